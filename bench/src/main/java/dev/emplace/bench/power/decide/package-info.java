/** Deciding one reservation in process. */
@NullMarked
package dev.emplace.bench.power.decide;

import org.jspecify.annotations.NullMarked;
