package dev.emplace.power.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.power.v1.ErrorReason;
import dev.emplace.power.domain.PowerReason;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private static final String PREFIX = "ERROR_REASON_";

    @Test
    void contractAndDomainKnowTheSameReasons() {
        var contract = Stream.of(ErrorReason.values())
                .filter(reason -> reason != ErrorReason.ERROR_REASON_UNSPECIFIED)
                .filter(reason -> reason != ErrorReason.UNRECOGNIZED)
                .map(reason -> reason.name().substring(PREFIX.length()));
        assertThat(contract)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(PowerReason.values()).map(Enum::name).toList());
    }
}
