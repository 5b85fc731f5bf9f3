package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import java.util.Map;

/** What the caller saw has changed since. */
public final class EtagMismatchException extends PowerFailure {
    EtagMismatchException(String given, String current) {
        super(
                PowerReason.ETAG_MISMATCH,
                "the etag is " + current + " by now, not " + given + ": read it again",
                Map.of("etag", current));
    }

    static void check(String given, String current) {
        if (!given.isEmpty() && !given.equals(current)) {
            throw new EtagMismatchException(given, current);
        }
    }
}
