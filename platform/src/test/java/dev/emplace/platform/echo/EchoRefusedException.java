package dev.emplace.platform.echo;

import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.FieldViolation;
import java.time.Duration;
import java.util.List;
import java.util.Map;

final class EchoRefusedException extends Failure {

    EchoRefusedException(String text) {
        super(
                EchoReason.ECHO_REFUSED,
                "refused as asked",
                Map.of("text", text),
                List.of(new FieldViolation("text", "is " + text)),
                Duration.ofMillis(1500));
    }
}
