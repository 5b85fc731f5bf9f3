package dev.emplace.power.domain.metering;

/** What power is metered of: a node or cooling unit of a site, or one of its reservations. */
public record MeteredSubject(Kind kind, String id) {
    public enum Kind {
        NODE,
        RESERVATION
    }
}
