package dev.emplace.power.domain.reservation;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry of a site's journal. Revisions have no gaps.
 *
 * @param request the call that caused it; empty where time did
 */
public record Transition(Token token, Instant at, Optional<RequestKey> request, Change change) {
    /** The same as the journal tells it again. */
    Transition withoutPayload() {
        return change instanceof Change.OfReservation of && !of.payload().isEmpty()
                ? new Transition(token, at, request, new Change.OfReservation(of.reservation(), of.next()))
                : this;
    }
}
