package dev.emplace.pricing.ingest.formats;

import dev.emplace.pricing.domain.imports.BrokenFileException;
import dev.emplace.pricing.domain.imports.ObservedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** Where a format puts what it reads: rows, and counts of what it leaves out knowingly. */
public final class Rows {

    private static final int LONGEST_WORD = 80;
    private static final int STEP = 10_000;

    private final int limit;
    private final LongConsumer progress;
    private final List<ObservedRow> rows = new ArrayList<>();
    private final Map<String, Long> leftOut = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();

    /**
     * Empty, for so many rows.
     *
     * @param limit the most rows; what passes through them is not bounded
     * @param progress told how many rows there are, now and then
     */
    public Rows(int limit, LongConsumer progress) {
        this.limit = limit;
        this.progress = progress;
    }

    public List<ObservedRow> rows() {
        return rows;
    }

    public Map<String, Long> leftOut() {
        return leftOut;
    }

    /** Counts what is of no interest, by what it is. */
    void leaveOut(String what) {
        leftOut.merge(what, 1L, Long::sum);
    }

    void add(ObservedRow row) {
        if (rows.size() == limit) {
            throw new BrokenFileException("line " + row.line(), "more than " + limit + " rows, the most that is read");
        }
        row.fault().ifPresent(fault -> {
            throw new BrokenFileException("line " + row.line(), fault);
        });
        rows.add(row);
        if (rows.size() % STEP == 0) {
            progress.accept(rows.size());
        }
    }

    /** Refuses to keep more of anything, on the way to rows, than there may be rows. */
    void requireRoom(long line, String what, int kept) {
        if (kept >= limit) {
            throw new BrokenFileException(
                    "line " + line, "more than " + limit + " " + what + ", the most that is read");
        }
    }

    /** The same text as one object: a file repeats few words very often. What is too long for a name is kept by nobody. */
    String word(String text) {
        if (text.length() > LONGEST_WORD) {
            throw new BrokenFileException(
                    "the file",
                    "has a name of " + text.length() + " letters; at most " + LONGEST_WORD + " can be: '"
                            + text.substring(0, LONGEST_WORD) + "...'");
        }
        var known = words.putIfAbsent(text, text);
        return known == null ? text : known;
    }
}
