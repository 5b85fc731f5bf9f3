package dev.emplace.workload.domain.reserve;

import dev.emplace.workload.domain.plan.Capacity;
import dev.emplace.workload.domain.plan.Original;
import java.time.Duration;
import java.util.Optional;

/** Reservations at our own sites: pending ones, which end by themselves unless somebody confirms them. */
public interface PowerHolds {
    /** What the first creation under that request id led to. */
    Optional<Held> find(String requestId);

    /**
     * Holds capacity.
     *
     * @throws CapacityTakenException if it is no longer there
     * @throws RequestIdTakenException if the id led to another reservation before
     */
    Held hold(Order order);

    /** Gives back what was just held, as far as that can be done: else it ends with its time to live. */
    void giveBack(Held held);

    /**
     * What to hold.
     *
     * @param ttl empty takes power-service's own
     * @param record what is kept with it, so that a repeated call is answered the same
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Order(
            String site,
            Capacity.Demand demand,
            Optional<Duration> ttl,
            String holder,
            String requestId,
            byte[] record) {}

    /** A reservation. */
    record Held(String name, Original original) {}

    /** Somebody else took the capacity after the plan was made. */
    final class CapacityTakenException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public CapacityTakenException() {
            super(null, null, false, false);
        }
    }

    /** The request id led to another reservation before. */
    final class RequestIdTakenException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public RequestIdTakenException() {
            super(null, null, false, false);
        }
    }
}
