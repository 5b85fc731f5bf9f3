package dev.emplace.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.v1.EchoServiceGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BehalfTest {

    private static final Instant END = Instant.parse("2026-12-01T00:00:00Z");
    private static final Behalf.Reader ACME = new Behalf.Reader(Set.of("test:sub:acme"), Optional.of(END));
    private static final Behalf.Reader NOBODY = new Behalf.Reader(Set.of(), Optional.empty());

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
        assertThat(named("Bearer of-acme")).contains(ACME);
        assertThat(named("Bearer forged")).contains(NOBODY);
        assertThat(named("nobody")).contains(NOBODY);
        assertThat(named("Bearer of-acme", "Bearer of-acme"))
                .as("two are no choice")
                .contains(NOBODY);
    }

    @Test
    void tokenIsPassedOnWithoutWhatPadsIt() {
        assertThat(passedOn(Callers.AUTHORIZATION, "bearer" + " ".repeat(14_000) + "of-acme" + " ".repeat(100)))
                .isEqualTo("Bearer of-acme");
    }

    @Test
    void whoeverHasATokenTooLongToSendBesideAnotherIsNobody() {
        assertThat(passedOn(Callers.AUTHORIZATION, "Bearer " + "x".repeat(93))).hasSize(100);
        assertThat(passedOn(Callers.AUTHORIZATION, "Bearer " + "x".repeat(94))).isEqualTo("nobody");
    }

    @Test
    void whoeverACallIsMadeForIsPassedOnInPlaceOfItsCaller() {
        Metadata headers = headers(Callers.AUTHORIZATION, "Bearer of-a-service");
        headers.put(Behalf.HEADER, "Bearer  of-acme");
        assertThat(Behalf.passedOn(headers, 100)).isEqualTo("Bearer of-acme");

        Metadata forNobody = headers(Callers.AUTHORIZATION, "Bearer of-a-service");
        forNobody.put(Behalf.HEADER, "nobody");
        assertThat(Behalf.passedOn(forNobody, 100)).isEqualTo("nobody");
    }

    @Test
    void twoTokensOrNoneArePassedOnAsNobody() {
        assertThat(passedOn(Callers.AUTHORIZATION)).isEqualTo("nobody");
        assertThat(passedOn(Callers.AUTHORIZATION, "Bearer a", "Bearer b")).isEqualTo("nobody");
        assertThat(passedOn(Behalf.HEADER, "Bearer a", "Bearer b")).isEqualTo("nobody");
    }

    @Test
    void callerIsKnownForAsLongAsItAndWhomItCallsForAre() {
        Caller service = new Caller("test:sub:service", Set.of(), Optional.of(END.plusSeconds(1)), Set.of());
        assertThat(service.onBehalfOf(ACME).expiry()).contains(END);
        assertThat(service.onBehalfOf(NOBODY).expiry()).contains(END.plusSeconds(1));
        Caller brief = new Caller("test:sub:service", Set.of(), Optional.of(END.minusSeconds(1)), Set.of());
        assertThat(brief.onBehalfOf(ACME).expiry()).contains(END.minusSeconds(1));
    }

    private static Behalf.Reader names(String credentials) {
        if (!credentials.equals("Bearer of-acme")) {
            throw UnauthenticatedException.of(TokenFault.SIGNATURE);
        }
        return ACME;
    }

    private static Optional<Behalf.Reader> named(String... values) {
        return Behalf.named(headers(Behalf.HEADER, values), BehalfTest::names);
    }

    private static String passedOn(Metadata.Key<String> key, String... values) {
        return Behalf.passedOn(headers(key, values), 100);
    }

    private static Metadata headers(Metadata.Key<String> key, String... values) {
        Metadata headers = new Metadata();
        List.of(values).forEach(value -> headers.put(key, value));
        return headers;
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
