package dev.emplace.power.domain.topology;

import dev.emplace.platform.errors.FieldViolation;
import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import java.util.List;
import java.util.Map;

/** A topology has faults; all of them are listed with their fields. */
public final class InvalidTopologyException extends PowerFailure {
    public InvalidTopologyException(List<Finding> errors) {
        super(
                PowerReason.INVALID_TOPOLOGY,
                "the topology has " + errors.size() + " fault" + (errors.size() == 1 ? "" : "s") + ", the first: "
                        + errors.get(0).field() + ": " + errors.get(0).message(),
                Map.of("faults", Integer.toString(errors.size())),
                errors.stream()
                        .map(error -> new FieldViolation("topology." + error.field(), error.message()))
                        .toList(),
                null);
    }
}
