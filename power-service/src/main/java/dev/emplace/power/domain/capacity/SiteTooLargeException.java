package dev.emplace.power.domain.capacity;

import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import java.util.Map;

/** A site has so many elements that the loads of all its scenarios would not fit in memory. */
public final class SiteTooLargeException extends PowerFailure {
    SiteTooLargeException(int elements, long limit) {
        super(
                PowerReason.INVALID_TOPOLOGY,
                "the site's " + elements + " nodes and cooling units make more than " + limit
                        + " loads over all scenarios: split it into several sites",
                Map.of("elements", Integer.toString(elements), "limit", Long.toString(limit)));
    }
}
