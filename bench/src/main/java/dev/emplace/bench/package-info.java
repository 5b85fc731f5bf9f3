/** Ratios to named baselines, each measured in one run: {@code ./emplace bench}. */
@NullMarked
package dev.emplace.bench;

import org.jspecify.annotations.NullMarked;
