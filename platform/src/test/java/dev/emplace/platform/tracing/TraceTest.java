package dev.emplace.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.EchoClient;
import dev.emplace.platform.echo.Gate;
import dev.emplace.platform.echo.v1.EchoRequest.Action;
import dev.emplace.platform.echo.v1.EchoServiceGrpc.EchoServiceBlockingStub;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.stub.MetadataUtils;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class TraceTest {

    private static final Metadata.Key<String> TRACEPARENT =
            Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("rpc.grpc.status_code");
    private static final String CALLER = "00f067aa0ba902b7";

    @Inject
    InMemorySpanExporter exported;

    @Inject
    Gate gate;

    private final EchoClient client = new EchoClient();

    @BeforeEach
    void clear() {
        gate.clear();
    }

    @AfterEach
    void close() {
        gate.open(gate.waiting());
        client.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTION_TELL_TRACE", "ACTION_TELL_TRACE_ON_THE_LOOP"})
    void theWorkOfACallIsInTheTraceOfItsCaller(Action action) {
        String trace = "4bf92f3577b34da6a3ce929d0e0e47" + action.getNumber();

        String seen = traced(trace).echo(EchoClient.request(action, "")).getText();

        assertThat(seen).startsWith(trace);
        SpanData span = spanOf(trace);
        assertThat(span.getName()).isEqualTo("emplace.echo.v1.EchoService/Echo");
        assertThat(span.getParentSpanId()).isEqualTo(CALLER);
        assertThat(seen).isEqualTo(trace + " " + span.getSpanId());
    }

    @Test
    void aCallThatRanOutOfTimeBeforeItsWorkBeganHasASpanThatSaysSo() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4799";
        client.start(Action.ACTION_BLOCK_UNTIL_RELEASED, "one");
        client.start(Action.ACTION_BLOCK_UNTIL_RELEASED, "two");
        Awaitility.await().until(() -> gate.waiting() == 2);

        GrpcError error = GrpcError.from(() -> traced(trace).echo(EchoClient.request(Action.ACTION_TELL_TRACE, "")));

        error.is(Code.DEADLINE_EXCEEDED, "DEADLINE_EXCEEDED");

        assertThat(spanOf(trace).getAttributes().get(STATUS)).isEqualTo(Code.DEADLINE_EXCEEDED.value());
    }

    /** Nobody is told where to send traces by default, and sampling for nobody would cost every call. */
    @Test
    void aCallWithoutATraceHasIdsForTheLogsButNoSpan() {
        String seen = client.echo(Action.ACTION_TELL_TRACE, "");

        assertThat(seen).matches("[0-9a-f]{32} [0-9a-f]{16}").doesNotContain("0000000000000000");
        traced("4bf92f3577b34da6a3ce929d0e0e4788").echo(EchoClient.request(Action.ACTION_UNSPECIFIED, ""));
        spanOf("4bf92f3577b34da6a3ce929d0e0e4788");
        assertThat(spans(seen.substring(0, 32))).isEmpty();
    }

    private EchoServiceBlockingStub traced(String trace) {
        Metadata headers = new Metadata();
        headers.put(TRACEPARENT, "00-" + trace + "-" + CALLER + "-01");
        return client.blocking().withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    private SpanData spanOf(String trace) {
        Awaitility.await().until(() -> !spans(trace).isEmpty());
        assertThat(spans(trace)).hasSize(1);
        return spans(trace).get(0);
    }

    private List<SpanData> spans(String trace) {
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(trace))
                .toList();
    }
}
