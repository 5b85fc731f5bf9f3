package dev.emplace.power.domain.reservation;

/** Where a reservation stands in its life. */
public enum ReservationState {
    PENDING,
    CONFIRMED,
    RELEASED,
    EXPIRED;

    /** Whether it holds capacity. */
    public boolean isLive() {
        return this == PENDING || this == CONFIRMED;
    }
}
