package dev.emplace.pricing.domain.catalog;

import java.time.Instant;

/**
 * From where the catalog is looked at.
 *
 * @param revision as of which it is believed
 * @param effective the instant at which prices hold
 */
public record Vantage(long revision, Instant effective) {}
