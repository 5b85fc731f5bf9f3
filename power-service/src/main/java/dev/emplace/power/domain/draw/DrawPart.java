package dev.emplace.power.domain.draw;

import java.util.Optional;

/** One part of a draw estimate; the parts add up to the median. */
public record DrawPart(
        String description, long p50Watts, String formula, String source, Optional<Double> fractionOfTdp) {}
