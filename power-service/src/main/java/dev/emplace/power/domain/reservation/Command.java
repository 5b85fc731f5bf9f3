package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.topology.Topology;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is asked of a site's ledger. */
public sealed interface Command {
    RequestKey request();

    /** Whether it is only to be decided, and nothing kept. */
    default boolean validateOnly() {
        return false;
    }

    /** Hold capacity, pending for a while; the caller is empty where callers are not told apart. */
    record Create(
            RequestKey request,
            Demand demand,
            Duration ttl,
            String holder,
            boolean validateOnly,
            Payload payload,
            Optional<String> caller)
            implements Command {
        /** By a caller who is not told apart from others. */
        public Create(
                RequestKey request, Demand demand, Duration ttl, String holder, boolean validateOnly, Payload payload) {
            this(request, demand, ttl, holder, validateOnly, payload, Optional.empty());
        }
    }

    /** Make a pending reservation last, without a lease for good; an empty etag takes any. */
    record Confirm(RequestKey request, String reservation, String etag, Optional<Duration> lease) implements Command {}

    /** Hold on for so long from now. */
    record Renew(RequestKey request, String reservation, String etag, Duration lease) implements Command {}

    /** Hold capacity for another load of the same kind; the caller is empty where callers are not told apart. */
    record Resize(
            RequestKey request,
            String reservation,
            String etag,
            Load load,
            boolean validateOnly,
            Optional<String> caller)
            implements Command {}

    /** Give capacity back. */
    record Release(RequestKey request, String reservation, String etag) implements Command {}

    /** Make the site as the topology says; a reason that is not empty forces it over live reservations. */
    record Apply(RequestKey request, Topology topology, String etag, boolean validateOnly, String forceReason)
            implements Command {}

    /** Have these quotas and no others. */
    record SetQuotas(RequestKey request, List<Quota> quotas, String etag, boolean validateOnly) implements Command {
        public SetQuotas {
            quotas = List.copyOf(quotas);
        }
    }
}
