package dev.emplace.pricing.domain.quotes;

import java.math.BigDecimal;

/**
 * One value that went into a formula.
 *
 * @param unit such as {@code USD/h}; empty for a ratio
 * @param source where the value is from: the request, the offer, a tariff, a site
 */
public record Input(String name, BigDecimal value, String unit, String source) {}
