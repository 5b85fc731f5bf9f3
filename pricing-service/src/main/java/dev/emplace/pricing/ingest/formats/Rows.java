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

    private static final int LONGEST_NAME = 80;
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
        requireName(row.line(), "provider", row.provider());
        requireName(row.line(), "region", row.region());
        requireName(row.line(), "instance type", row.instanceType());
        row.zone().ifPresent(zone -> requireName(row.line(), "zone", zone));
        rows.add(row);
        if (rows.size() % STEP == 0) {
            progress.accept(rows.size());
        }
    }

    /** The same text as one object: a file repeats few words very often. */
    String word(String text) {
        var known = words.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private static void requireName(long line, String what, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new BrokenFileException(
                    "line " + line,
                    "the " + what + " has " + name.length() + " letters; 1 to " + LONGEST_NAME + " can be");
        }
    }
}
