package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.topology.Topology;
import java.time.Instant;

/**
 * A place whose power and cooling are ours to reserve.
 *
 * @param token of the last change of its topology
 */
public record Site(String name, Topology topology, Token token, Instant created, Instant updated) {}
