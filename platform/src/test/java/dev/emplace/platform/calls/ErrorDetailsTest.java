package dev.emplace.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.FieldViolation;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErrorDetailsTest {

    @Test
    void shortTextStaysAsItIs() {
        assertThat(ErrorDetails.shortened("größe", 7)).isEqualTo("größe");
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertThat(ErrorDetails.shortened("größe", 6)).isEqualTo("größ…");
        assertThat(ErrorDetails.shortened("a🚀b", 4)).isEqualTo("a…");
        assertThat(ErrorDetails.shortened("a🚀b", 5)).isEqualTo("a🚀…");
    }

    /** 8 KiB is what clients accept by default; the message travels twice, once percent-encoded. */
    @Test
    void everythingFitsIntoATrailerHoweverLongItsParts() {
        String wide = "電".repeat(10_000);
        Map<String, String> metadata =
                IntStream.range(0, 100).boxed().collect(Collectors.toMap(n -> "key_" + n, n -> wide));
        List<FieldViolation> violations = IntStream.range(0, 100)
                .mapToObj(n -> new FieldViolation("field_" + n, wide))
                .toList();

        StatusRuntimeException error = GrpcStatuses.of(new Wordy(wide, metadata, violations));

        byte[] details =
                Objects.requireNonNull(StatusProto.fromThrowable(error)).toByteArray();
        int base64 = details.length * 4 / 3;
        int percentEncoded =
                Objects.requireNonNull(error.getStatus().getDescription()).length() * 9;
        assertThat(base64 + percentEncoded).isLessThan(8_000);
    }

    @Test
    void whatIsLeftOutIsCounted() throws Exception {
        List<FieldViolation> violations = IntStream.range(0, 1_000)
                .mapToObj(n -> new FieldViolation("field_" + n, "is wrong"))
                .toList();

        List<Any> details = ErrorDetails.of(new Wordy("many", Map.of("one", "1"), violations));

        assertThat(details.get(0).unpack(ErrorInfo.class).getMetadataMap()).containsExactly(Map.entry("one", "1"));
        BadRequest request = details.get(1).unpack(BadRequest.class);
        int told = request.getFieldViolationsCount() - 1;
        assertThat(request.getFieldViolations(told).getDescription())
                .isEqualTo((1_000 - told) + " more violations are left out");
    }

    private static final class Wordy extends Failure {

        Wordy(String message, Map<String, String> metadata, List<FieldViolation> violations) {
            super(CommonReason.INVALID_FIELD, message, metadata, violations, null);
        }
    }
}
