package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import java.util.Map;

/** A site has no power node or cooling unit of that id. */
public final class UnknownNodeException extends PowerFailure {
    UnknownNodeException(String site, String node) {
        super(
                PowerReason.UNKNOWN_NODE,
                "\"sites/" + site + "\" has no power node or cooling unit \"" + node + "\"; GetCapacity lists them",
                Map.of("site", "sites/" + site, "node", node));
    }
}
