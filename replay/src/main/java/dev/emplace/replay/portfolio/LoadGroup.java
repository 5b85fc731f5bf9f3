package dev.emplace.replay.portfolio;

import dev.emplace.replay.domain.LoadDuration;
import java.util.List;
import java.util.Set;

/**
 * Load that may go to the same places.
 *
 * @param standing names of the standing options that its constraints allow
 * @param peaks where it can go by the hour
 */
public record LoadGroup(String name, LoadDuration load, Set<String> standing, List<PeakOption> peaks) {}
