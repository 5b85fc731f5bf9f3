package dev.emplace.platform.auth;

import dev.emplace.platform.errors.Failure;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Context;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * On whose behalf a service calls another: it sends the token that its own caller sent along with its own, so that the
 * other can tell who reads the answer. A caller that cannot be passed on, such as one with a certificate, is nobody.
 */
final class Behalf {

    static final Metadata.Key<String> HEADER =
            Metadata.Key.of("emplace-on-behalf-of", Metadata.ASCII_STRING_MARSHALLER);

    /** The credentials that the call in progress was made with. */
    static final Context.Key<String> CREDENTIALS = Context.key("emplace-credentials");

    private static final String NOBODY = "nobody";

    private final boolean confidential;

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
     * The names of whoever a call is made for; empty where it is made for its caller. What cannot be believed is nobody:
     * it gives nothing away, and the caller is known all the same.
     */
    static Optional<Set<String>> named(Metadata headers, Function<String, Set<String>> namesOf) {
        Iterable<String> sent = headers.getAll(HEADER);
        if (sent == null) {
            return Optional.empty();
        }
        var values = sent.iterator();
        String first = values.next();
        if (values.hasNext() || first.equals(NOBODY)) {
            return Optional.of(Set.of());
        }
        try {
            return Optional.of(namesOf.apply(first));
        } catch (Failure unbelieved) {
            return Optional.of(Set.of());
        }
    }
}
