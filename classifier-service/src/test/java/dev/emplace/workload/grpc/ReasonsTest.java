package dev.emplace.workload.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.workload.v1.ErrorReason;
import dev.emplace.workload.domain.WorkloadReason;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    @Test
    void contractKnowsEveryReasonOfTheDomain() {
        assertThat(Stream.of(ErrorReason.values()).map(Enum::name))
                .containsAll(Stream.of(WorkloadReason.values())
                        .map(reason -> "ERROR_REASON_" + reason.name())
                        .toList());
    }
}
