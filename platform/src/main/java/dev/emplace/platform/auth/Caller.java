package dev.emplace.platform.auth;

import dev.emplace.api.access.v1.Role;
import io.grpc.Context;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who makes a call.
 *
 * @param name the caller as roles are given to it, such as {@code kubernetes:sub:system:serviceaccount:ml:scheduler};
 *     unique among callers, and never a secret
 * @param roles what the caller may call; none of them implies another
 * @param expiry when the proof of who it is ends, or that of whom it calls for; empty for a caller who gave none
 * @param eyes all names of whoever is to read the answer: the caller's own and those of its groups, or, where it calls
 *     on somebody's behalf, of that somebody; none where that is nobody who could be told
 */
public record Caller(String name, Set<Role> roles, Optional<Instant> expiry, Set<String> eyes) {

    static final Context.Key<Caller> KEY = Context.key("emplace-caller");

    public Caller {
        roles = Set.copyOf(roles);
        eyes = Set.copyOf(eyes);
    }

    /** The caller of the call that runs; empty outside a call, and where callers are not told apart. */
    public static Optional<Caller> current() {
        return Optional.ofNullable(KEY.get());
    }

    public boolean holds(Role role) {
        return roles.contains(role);
    }

    /** Known for as long as both are: nobody reads on through another whose own proof has ended. */
    Caller onBehalfOf(Behalf.Reader reader) {
        Optional<Instant> first =
                Stream.of(expiry, reader.expiry()).flatMap(Optional::stream).min(Comparator.naturalOrder());
        return new Caller(name, roles, first, reader.names());
    }
}
