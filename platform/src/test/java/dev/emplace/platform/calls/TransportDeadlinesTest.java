package dev.emplace.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportDeadlinesTest {

    private static final Metadata.Key<String> TIMEOUT =
            Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER);

    private final TransportDeadlines deadlines =
            new TransportDeadlines(Set.of("a.B/Unary"), Duration.ofSeconds(15), Duration.ofMinutes(5));

    @ParameterizedTest
    @CsvSource({
        "99999999H, 300000m",
        "6M, 300000m",
        "5M, 5M",
        "301S, 300000m",
        "300001m, 300000m",
        "99999999u, 99999999u",
        "1n, 1n",
        "soon, soon",
        "-1S, -1S",
    })
    void deadlineBeyondTheLongestIsCutToIt(String asked, String given) {
        Metadata headers = new Metadata();
        headers.put(TIMEOUT, asked);

        deadlines.newServerStreamTracer("a.B/Unary", headers);

        assertThat(headers.getAll(TIMEOUT)).containsExactly(given);
    }

    @Test
    void unaryCallWithoutOneGetsTheUsualOne() {
        Metadata headers = new Metadata();

        deadlines.newServerStreamTracer("a.B/Unary", headers);

        assertThat(headers.get(TIMEOUT)).isEqualTo("15000m");
    }

    @Test
    void streamsMayLast() {
        Metadata headers = new Metadata();

        deadlines.newServerStreamTracer("a.B/Watch", headers);

        assertThat(headers.keys()).isEmpty();
    }
}
