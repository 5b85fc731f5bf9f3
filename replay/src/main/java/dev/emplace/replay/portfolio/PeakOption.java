package dev.emplace.replay.portfolio;

/**
 * Accelerators that are paid by the hour.
 *
 * @param provider whose quota they count against
 * @param hourlyUsd for one accelerator
 * @param quota the most at once; infinite where there is no limit
 */
public record PeakOption(String provider, double hourlyUsd, double quota) {}
