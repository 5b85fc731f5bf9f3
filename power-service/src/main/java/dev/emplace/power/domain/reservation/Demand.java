package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.capacity.Survival;

/** Power that somebody wants: for what, when, and what must not take it away. */
public record Demand(Load load, Window window, Survival survival) {}
