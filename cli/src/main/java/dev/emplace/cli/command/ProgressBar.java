package dev.emplace.cli.command;

import java.io.PrintWriter;
import java.util.Locale;

/** How far an import has come, on one line of the terminal that is written over; nothing where errors go to no terminal. */
final class ProgressBar {

    private static final int CELLS = 30;
    private static final long MIB = 1L << 20;
    private static final double NANOS = 1e9;

    private final PrintWriter out;
    private final boolean shown;
    private final long size;
    private final long begun = System.nanoTime();

    private ProgressBar(PrintWriter out, boolean shown, long size) {
        this.out = out;
        this.shown = shown;
        this.size = size;
    }

    static ProgressBar on(Screen screen, long size) {
        return new ProgressBar(screen.err(), Terminal.current().isTerminal(Terminal.Stream.ERR), size);
    }

    void show(long bytes, long rows) {
        if (shown) {
            int filled = size == 0 ? 0 : (int) Math.min(CELLS, CELLS * bytes / size);
            String bar = size == 0 ? "" : "[" + "#".repeat(filled) + " ".repeat(CELLS - filled) + "] ";
            String read =
                    rows == 0 ? "" : String.format(Locale.ROOT, ", %,d rows, %,d rows/s", rows, rowsPerSecond(rows));
            out.print(String.format(Locale.ROOT, "\r%s%,d MiB%s", bar, bytes / MIB, read));
            out.flush();
        }
    }

    void end() {
        if (shown) {
            out.println();
            out.flush();
        }
    }

    /** Since the bar was made. */
    long rowsPerSecond(long rows) {
        return Math.round(rows / Math.max(1e-3, (System.nanoTime() - begun) / NANOS));
    }
}
