/** Committed reservations by call. */
@NullMarked
package dev.emplace.bench.power.reserve;

import org.jspecify.annotations.NullMarked;
