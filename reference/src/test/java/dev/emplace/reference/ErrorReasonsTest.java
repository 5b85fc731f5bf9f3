package dev.emplace.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.rpc.Code;
import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Reason;
import dev.emplace.power.domain.PowerReason;
import dev.emplace.pricing.domain.PricingReason;
import dev.emplace.workload.domain.WorkloadReason;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reasons that code answers with are those that the contracts explain, and the other way round. */
class ErrorReasonsTest {

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(dev.emplace.api.errors.v1.CommonReason.getDescriptor(), CommonReason.values()),
                Arguments.of(dev.emplace.api.pricing.v1.ErrorReason.getDescriptor(), PricingReason.values()),
                Arguments.of(dev.emplace.api.power.v1.ErrorReason.getDescriptor(), PowerReason.values()),
                Arguments.of(dev.emplace.api.workload.v1.ErrorReason.getDescriptor(), WorkloadReason.values()));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void codeAndContractKnowTheSameReasonsByTheSameStatus(EnumDescriptor contract, Reason[] code) {
        Map<String, Code> explained = contract.getValues().stream()
                .skip(1)
                .collect(Collectors.toMap(
                        ErrorsReference::bare,
                        reason -> ErrorsReference.explanation(reason).getCode()));
        Map<String, Code> answered = Arrays.stream(code)
                .collect(Collectors.toMap(
                        Reason::name, reason -> Code.valueOf(reason.kind().name())));

        assertThat(explained)
                .as("%s: explain each reason there, then run %s", contract.getFullName(), Reference.COMMAND)
                .isEqualTo(answered);
    }

    @Test
    void everyReasonSaysWhatHappened() {
        Contracts contracts = Contracts.load();

        assertThat(ErrorsReference.reasons(contracts.files()))
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(contracts.comment(reason)).startsWith(reason.getName() + ": "));
    }

    @Test
    void everyReasonIsInTheDocument() {
        String document = new Reference("docs/errors.md", "").written();

        assertThat(ErrorsReference.reasons(Contracts.load().files()).map(ErrorsReference::bare))
                .allSatisfy(reason -> assertThat(document).contains("| " + reason + " |"));
    }
}
