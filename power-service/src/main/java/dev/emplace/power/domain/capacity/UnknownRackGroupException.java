package dev.emplace.power.domain.capacity;

import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import java.util.Map;

/** The site has no rack group of that id. */
public final class UnknownRackGroupException extends PowerFailure {
    UnknownRackGroupException(String group) {
        super(
                PowerReason.UNKNOWN_RACK_GROUP,
                "the site has no rack group \"" + group + "\"; GetSite lists its groups",
                Map.of("rack_group", group));
    }
}
