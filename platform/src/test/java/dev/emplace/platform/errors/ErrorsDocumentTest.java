package dev.emplace.platform.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ProtocolMessageEnum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reason that docs/errors.md does not explain is of no use to a caller. */
class ErrorsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "errors.md");

    @ParameterizedTest
    @MethodSource("reasons")
    void everyReasonHasARow(String reason) throws IOException {
        assertThat(Files.readAllLines(DOCUMENT))
                .anySatisfy(line -> assertThat(line).startsWith("|").contains("| " + reason + " |"));
    }

    static Stream<String> reasons() {
        return Stream.of(
                        Arrays.stream(CommonReason.values()).map(CommonReason::name),
                        bare(dev.emplace.api.pricing.v1.ErrorReason.values()),
                        bare(dev.emplace.api.power.v1.ErrorReason.values()),
                        bare(dev.emplace.api.workload.v1.ErrorReason.values()))
                .flatMap(reasons -> reasons)
                .filter(reason -> !reason.equals("UNSPECIFIED") && !reason.equals("UNRECOGNIZED"));
    }

    private static Stream<String> bare(ProtocolMessageEnum[] reasons) {
        return Arrays.stream(reasons).map(reason -> reason.toString().replaceFirst("^ERROR_REASON_", ""));
    }
}
