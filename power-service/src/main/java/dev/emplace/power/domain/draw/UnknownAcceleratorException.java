package dev.emplace.power.domain.draw;

import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import java.util.List;
import java.util.Map;

/** No draw is known for an accelerator. */
public final class UnknownAcceleratorException extends PowerFailure {
    UnknownAcceleratorException(String accelerator, List<String> known) {
        super(
                PowerReason.UNKNOWN_ACCELERATOR,
                "no draw is known for accelerator \"" + accelerator + "\"; known are " + String.join(", ", known),
                Map.of("accelerator", accelerator, "known", String.join(",", known)));
    }
}
