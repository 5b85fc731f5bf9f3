package dev.emplace.platform.watch;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.FieldViolation;
import java.util.List;
import java.util.Map;

/** A watch is to begin, or to go on, at changes that are no longer kept. */
public final class CompactedException extends Failure {

    public CompactedException(long start, long oldest) {
        super(
                CommonReason.COMPACTED,
                "start_revision: " + describe(start, oldest),
                Map.of("start_revision", Long.toString(start), "oldest_revision", Long.toString(oldest)),
                List.of(new FieldViolation("start_revision", describe(start, oldest))),
                null);
    }

    private static String describe(long start, long oldest) {
        return "is " + start + ", but changes are kept from revision " + oldest
                + " on; list what there is, and watch from the revision after the one listed";
    }
}
