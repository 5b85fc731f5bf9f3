package dev.emplace.pricing.domain.catalog;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A stretch of time for which one thing was believed of an offer.
 *
 * @param from the first instant of it
 * @param until the first instant behind it; empty is for ever
 * @param superseded the first later revision that says something else of a part of it
 */
public record PricePoint(OfferVersion version, Instant from, Optional<Instant> until, OptionalLong superseded) {}
