package dev.emplace.power.domain.metering;

import java.util.OptionalLong;

/**
 * What a meter says.
 *
 * @param idleWatts at or below which its subject does no work; empty where that is not known
 */
public record Reading(MeteredSubject subject, Metered metered, OptionalLong idleWatts) {}
