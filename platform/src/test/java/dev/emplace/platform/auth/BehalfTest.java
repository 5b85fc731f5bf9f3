package dev.emplace.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.v1.EchoServiceGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BehalfTest {

    @Test
    void tokenOfTheCallerIsPassedOn() throws Exception {
        Context call = Context.current().withValue(Behalf.CREDENTIALS, "Bearer of-acme");
        assertThat(call.call(() -> sent(true))).isEqualTo("Bearer of-acme");
    }

    @Test
    void callerWithoutATokenIsNobody() {
        assertThat(sent(true)).isEqualTo("nobody");
    }

    @Test
    void tokenIsNotPassedOnInTheClear() throws Exception {
        Context call = Context.current().withValue(Behalf.CREDENTIALS, "Bearer of-acme");
        assertThat(call.call(() -> sent(false))).isEqualTo("nobody");
    }

    @Test
    void callThatSaysNothingIsMadeForItsCaller() {
        assertThat(Behalf.named(new Metadata(), BehalfTest::names)).isEmpty();
    }

    @Test
    void whoIsNamedIsBelievedOnlyWithAToken() {
        assertThat(named("Bearer of-acme")).contains(Set.of("test:sub:acme"));
        assertThat(named("Bearer forged")).contains(Set.of());
        assertThat(named("nobody")).contains(Set.of());
        assertThat(named("Bearer of-acme", "Bearer of-acme"))
                .as("two are no choice")
                .contains(Set.of());
    }

    private static Set<String> names(String credentials) {
        if (!credentials.equals("Bearer of-acme")) {
            throw UnauthenticatedException.of(TokenFault.SIGNATURE);
        }
        return Set.of("test:sub:acme");
    }

    private static Optional<Set<String>> named(String... values) {
        Metadata headers = new Metadata();
        List.of(values).forEach(value -> headers.put(Behalf.HEADER, value));
        return Behalf.named(headers, BehalfTest::names);
    }

    /** What a call says of whom it is made for. */
    private static @Nullable String sent(boolean confidential) {
        Recording channel = new Recording();
        new Behalf(confidential)
                .send(EchoServiceGrpc.getEchoMethod(), CallOptions.DEFAULT, channel)
                .start(new ClientCall.Listener<>() {}, new Metadata());
        return channel.headers.get(Behalf.HEADER);
    }

    private static final class Recording extends Channel {

        private Metadata headers = new Metadata();

        @Override
        public <Q, R> ClientCall<Q, R> newCall(MethodDescriptor<Q, R> method, CallOptions options) {
            return new ClientCall<>() {
                @Override
                public void start(Listener<R> listener, Metadata sent) {
                    headers = sent;
                }

                @Override
                public void request(int messages) {}

                @Override
                public void cancel(@Nullable String message, @Nullable Throwable cause) {}

                @Override
                public void halfClose() {}

                @Override
                public void sendMessage(Q message) {}
            };
        }

        @Override
        public String authority() {
            return "recorded";
        }
    }
}
