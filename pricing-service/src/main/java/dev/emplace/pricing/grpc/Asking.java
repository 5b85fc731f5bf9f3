package dev.emplace.pricing.grpc;

import dev.emplace.api.access.v1.Role;
import dev.emplace.platform.auth.Caller;
import dev.emplace.pricing.domain.sheets.Identity;
import dev.emplace.pricing.domain.sheets.Sharing;
import java.util.List;
import java.util.Set;

/** Who asks, in the call that runs. */
final class Asking {

    private Asking() {}

    static Identity identity() {
        return Caller.current()
                .map(caller -> new Identity(caller.name(), caller.eyes(), caller.holds(Role.ROLE_ADMIN)))
                .orElse(Identity.ANONYMOUS);
    }

    /** The names by which sheets may be shared with whoever reads the answer. */
    static Set<String> names() {
        return Caller.current().map(Caller::eyes).orElse(Identity.ANONYMOUS.names());
    }

    static Sharing sharing(List<String> readers) {
        return new Sharing(identity(), Set.copyOf(readers));
    }
}
