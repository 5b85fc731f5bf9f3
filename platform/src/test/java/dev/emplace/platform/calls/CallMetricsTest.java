package dev.emplace.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.EchoClient;
import dev.emplace.platform.echo.EchoClient.Pending;
import dev.emplace.platform.echo.Gate;
import dev.emplace.platform.echo.v1.EchoRequest.Action;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallMetricsTest {

    private static final String ECHO = "emplace.echo.v1.EchoService/Echo";

    @Inject
    MeterRegistry registry;

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

    @Test
    void callIsCountedUnderItsMethodAndCode() {
        long before = calls(ECHO, "OK");

        client.echo(Action.ACTION_UNSPECIFIED, "one");
        client.echo(Action.ACTION_ANSWER_AFTER_A_WHILE, "another");

        Awaitility.await().until(() -> calls(ECHO, "OK") == before + 2);
    }

    @Test
    void errorIsCountedUnderTheReasonThatTheCallerWasGiven() {
        double refused = errors(ECHO, "ECHO_REFUSED");
        double invalid = errors(ECHO, "INVALID_FIELD");

        GrpcError.from(() -> client.echo(Action.ACTION_REFUSE, "no"));
        GrpcError.from(() -> client.blocking()
                .echo(EchoClient.request(Action.ACTION_UNSPECIFIED, "").toBuilder()
                        .setCount(11)
                        .build()));

        Awaitility.await().until(() -> errors(ECHO, "ECHO_REFUSED") == refused + 1);
        Awaitility.await().until(() -> errors(ECHO, "INVALID_FIELD") == invalid + 1);
    }

    @Test
    void cancelledCallIsCountedAsSuchAndIsNoLongerInFlight() {
        long before = calls(ECHO, "CANCELLED");
        Pending call = client.start(Action.ACTION_BLOCK_UNTIL_RELEASED, "never answered");
        Awaitility.await().until(() -> gate.waiting() == 1);
        assertThat(gauge("emplace.calls.in.flight", "method", ECHO)).isEqualTo(1);

        call.cancel();

        Awaitility.await().until(() -> calls(ECHO, "CANCELLED") == before + 1);
        assertThat(gauge("emplace.calls.in.flight", "method", ECHO)).isZero();
    }

    @Test
    void namesThatCallersInventShareOneLabel() {
        for (int n = 0; n < 50; n++) {
            callUnknown("no.such.Service" + n);
        }

        Awaitility.await().until(() -> errors("unknown", "UNKNOWN_METHOD") >= 50);
        assertThat(registry.getMeters())
                .extracting(meter -> Optional.ofNullable(meter.getId().getTag("method")))
                .noneMatch(method -> method.orElse("").startsWith("no.such"));
    }

    @Test
    void dispatcherTellsWhatRunsAndWhatWaitsWithinWhichLimits() {
        for (int n = 0; n < 3; n++) {
            client.start(Action.ACTION_BLOCK_UNTIL_RELEASED, "call " + n);
        }

        Awaitility.await().until(() -> gauge("emplace.dispatcher.waiting") == 1);
        assertThat(gauge("emplace.dispatcher.running")).isEqualTo(2);
        assertThat(gauge("emplace.dispatcher.running.limit")).isEqualTo(2);
        assertThat(gauge("emplace.dispatcher.waiting.limit")).isEqualTo(2);
    }

    @Test
    void everyMeterOfOursSaysWhatItMeans() {
        client.echo(Action.ACTION_UNSPECIFIED, "one");

        assertThat(registry.getMeters())
                .filteredOn(meter -> meter.getId().getName().startsWith("emplace."))
                .isNotEmpty()
                .extracting(Meter::getId)
                .allSatisfy(
                        id -> assertThat(id.getDescription()).as(id.getName()).isNotBlank());
    }

    @Test
    void nobodyElseMeasuresTheServer() {
        client.echo(Action.ACTION_UNSPECIFIED, "one");

        assertThat(registry.getMeters())
                .noneMatch(meter -> meter.getId().getName().startsWith("grpc.server"));
    }

    private void callUnknown(String service) {
        var method = MethodDescriptor.newBuilder(
                        ProtoUtils.marshaller(EchoClient.request(Action.ACTION_UNSPECIFIED, "")),
                        ProtoUtils.marshaller(EchoClient.request(Action.ACTION_UNSPECIFIED, "")))
                .setType(MethodType.UNARY)
                .setFullMethodName(service + "/Call")
                .build();
        GrpcError.from(() -> ClientCalls.blockingUnaryCall(
                client.channel(), method, CallOptions.DEFAULT, EchoClient.request(Action.ACTION_UNSPECIFIED, "")));
    }

    private long calls(String method, String code) {
        Timer timer = registry.find("emplace.calls.duration")
                .tags("method", method, "code", code)
                .timer();
        return timer == null ? 0 : timer.count();
    }

    private double errors(String method, String reason) {
        var counter = registry.find("emplace.calls.errors")
                .tags("method", method, "reason", reason)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private double gauge(String name, String... tags) {
        Gauge gauge = registry.find(name).tags(tags).gauge();
        return gauge == null ? Double.NaN : gauge.value();
    }
}
