package dev.emplace.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.v1.EchoRequest;
import dev.emplace.platform.echo.v1.EchoServiceGrpc;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class ReadableRequestsTest {

    private final ReadableRequests requests =
            new ReadableRequests(1_000, new CallMetrics(new SimpleMeterRegistry(), new CallsInFlight(1)));

    @Test
    void knownMethodIsReplacedOnce() {
        var first = requests.wrapMethodDefinition(echo());
        var second = requests.wrapMethodDefinition(echo());

        assertThat(first.getMethodDescriptor()).isNotSameAs(EchoServiceGrpc.getEchoMethod());
        assertThat(second.getMethodDescriptor()).isSameAs(first.getMethodDescriptor());
    }

    /** Names come from callers, and whatever were kept of them would fill the memory. */
    @Test
    void unknownMethodIsLeftAsItIs() {
        ServerMethodDefinition<?, ?> unknown = new UnknownMethods().lookupMethod("a.Service/Method", null);

        assertThat(requests.wrapMethodDefinition(unknown)).isSameAs(unknown);
    }

    private static ServerMethodDefinition<?, ?> echo() {
        return ServerMethodDefinition.create(
                EchoServiceGrpc.getEchoMethod(), (call, headers) -> new ServerCall.Listener<EchoRequest>() {});
    }
}
