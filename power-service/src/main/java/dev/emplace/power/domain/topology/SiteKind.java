package dev.emplace.power.domain.topology;

/** What kind of place a site is. */
public enum SiteKind {
    COLOCATION,
    ON_PREMISES,
    REGIONAL_EDGE,
    CAMPUS
}
