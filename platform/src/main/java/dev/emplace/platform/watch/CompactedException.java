package dev.emplace.platform.watch;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.FieldViolation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A watch is to begin, or to go on, at changes that are no longer kept. */
public final class CompactedException extends Failure {

    public CompactedException(long start, long oldest) {
        this("start_revision", Map.of(), start, oldest);
    }

    /** The same of one of several logs. */
    public CompactedException(String field, Map<String, String> which, long start, long oldest) {
        super(
                CommonReason.COMPACTED,
                field + ": " + describe(start, oldest),
                with(which, start, oldest),
                List.of(new FieldViolation(field, describe(start, oldest))),
                null);
    }

    private static Map<String, String> with(Map<String, String> which, long start, long oldest) {
        Map<String, String> metadata = new HashMap<>(which);
        metadata.put("start_revision", Long.toString(start));
        metadata.put("oldest_revision", Long.toString(oldest));
        return Map.copyOf(metadata);
    }

    private static String describe(long start, long oldest) {
        return "is " + start + ", but changes are kept from revision " + oldest
                + " on; list what there is, and watch from the revision after the one listed";
    }
}
