package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.topology.Topology;
import java.time.Duration;
import java.util.Optional;

/** What is asked of a site's ledger. */
public sealed interface Command {
    RequestKey request();

    /** Whether it is only to be decided, and nothing kept. */
    default boolean validateOnly() {
        return false;
    }

    /** Hold capacity, pending for a while. */
    record Create(RequestKey request, Demand demand, Duration ttl, String holder, boolean validateOnly, Payload payload)
            implements Command {}

    /** Make a pending reservation last, without a lease for good; an empty etag takes any. */
    record Confirm(RequestKey request, String reservation, String etag, Optional<Duration> lease) implements Command {}

    /** Hold on for so long from now. */
    record Renew(RequestKey request, String reservation, String etag, Duration lease) implements Command {}

    /** Hold capacity for another load of the same kind. */
    record Resize(RequestKey request, String reservation, String etag, Load load, boolean validateOnly)
            implements Command {}

    /** Give capacity back. */
    record Release(RequestKey request, String reservation, String etag) implements Command {}

    /** Make the site as the topology says; a reason that is not empty forces it over live reservations. */
    record Apply(RequestKey request, Topology topology, String etag, boolean validateOnly, String forceReason)
            implements Command {}
}
