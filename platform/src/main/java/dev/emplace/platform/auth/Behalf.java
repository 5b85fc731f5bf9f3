package dev.emplace.platform.auth;

import com.google.common.collect.ImmutableList;
import dev.emplace.platform.errors.Failure;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Context;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * On whose behalf a service calls another: it sends the token that its own caller sent along with its own, so that the
 * other can tell who reads the answer; where that caller itself calls for somebody, that one's. A caller that cannot be
 * passed on, such as one with a certificate, is nobody.
 */
final class Behalf {

    static final Metadata.Key<String> HEADER =
            Metadata.Key.of("emplace-on-behalf-of", Metadata.ASCII_STRING_MARSHALLER);

    /** What calls for whoever made the call in progress say of it. */
    static final Context.Key<String> CREDENTIALS = Context.key("emplace-credentials");

    private static final String NOBODY = "nobody";

    private final boolean confidential;

    /**
     * Whoever a call is made for.
     *
     * @param names none where it is nobody
     * @param expiry when the proof of who it is ends
     */
    record Reader(Set<String> names, Optional<Instant> expiry) {

        private static final Reader NONE = new Reader(Set.of(), Optional.empty());
    }

    /** @param confidential whether nobody else reads what is sent; else no token goes that way */
    Behalf(boolean confidential) {
        this.confidential = confidential;
    }

    /** A {@link ClientInterceptor} by method reference: Quarkus warns of classes of that type which it does not apply. */
    <Q, R> ClientCall<Q, R> send(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        String credentials = confidential ? CREDENTIALS.get() : null;
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<R> listener, Metadata headers) {
                headers.put(HEADER, credentials == null ? NOBODY : credentials);
                super.start(listener, headers);
            }
        };
    }

    /**
     * What a call's maker is passed on with: a token alone, however it came, for what is forwarded must not grow.
     *
     * @param most letters of it; whoever has a longer one is nobody
     */
    static String passedOn(Metadata headers, int most) {
        List<String> sent = values(headers, headers.containsKey(HEADER) ? HEADER : Callers.AUTHORIZATION);
        return Optional.of(sent)
                .filter(values -> values.size() == 1)
                .flatMap(values -> Bearer.tokenOf(values.get(0)))
                .map(Bearer::of)
                .filter(bearer -> bearer.length() <= most)
                .orElse(NOBODY);
    }

    /**
     * Whoever a call is made for; empty where it is made for its caller. What cannot be believed is nobody: it gives
     * nothing away, and the caller is known all the same.
     */
    static Optional<Reader> named(Metadata headers, Function<String, Reader> readerOf) {
        List<String> sent = values(headers, HEADER);
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        if (sent.size() > 1 || sent.get(0).equals(NOBODY)) {
            return Optional.of(Reader.NONE);
        }
        try {
            return Optional.of(readerOf.apply(sent.get(0)));
        } catch (Failure unbelieved) {
            return Optional.of(Reader.NONE);
        }
    }

    private static List<String> values(Metadata headers, Metadata.Key<String> key) {
        Iterable<String> sent = headers.getAll(key);
        return sent == null ? List.of() : ImmutableList.copyOf(sent);
    }
}
