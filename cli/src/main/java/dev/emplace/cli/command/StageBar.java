package dev.emplace.cli.command;

import dev.emplace.replay.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/** How far each stage has come, on one line of the terminal that is written over; nothing where errors go to no terminal. */
final class StageBar implements Progress {

    private static final int CELLS = 30;
    private static final int WIDTH = 80;

    private final PrintWriter out;
    private final boolean shown;
    private int filledBefore = -1;
    private String stageBefore = "";

    StageBar(PrintWriter out) {
        this.out = out;
        shown = Terminal.current().isTerminal(Terminal.Stream.ERR);
    }

    @Override
    public void show(String stage, long done, long total) {
        int filled = total == 0 ? CELLS : (int) Math.min(CELLS, CELLS * done / total);
        if (shown && (filled != filledBefore || !stage.equals(stageBefore))) {
            String bar = "[" + "#".repeat(filled) + " ".repeat(CELLS - filled) + "] ";
            String text = String.format(Locale.ROOT, "%s%s: %,d of %,d", bar, stage, done, total);
            out.print("\r" + text + " ".repeat(Math.max(0, WIDTH - text.length())));
            out.flush();
            filledBefore = filled;
            stageBefore = stage;
        }
    }

    /** Leaves the line empty for what follows. */
    void end() {
        if (shown) {
            out.print("\r" + " ".repeat(WIDTH) + "\r");
            out.flush();
        }
    }
}
