package dev.emplace.power.domain.reservation;

/** Where a reservation stands in its life. */
public enum ReservationState {
    PENDING,
    CONFIRMED,
    /** Its lease was not renewed. It holds on: whoever drew the power may draw it still. */
    LAPSED,
    RELEASED,
    EXPIRED;

    /** Whether it holds capacity. */
    public boolean isLive() {
        return this == PENDING || this == CONFIRMED || this == LAPSED;
    }
}
