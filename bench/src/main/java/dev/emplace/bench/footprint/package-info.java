/** How well footprints and latencies agree with what was measured. */
@NullMarked
package dev.emplace.bench.footprint;

import org.jspecify.annotations.NullMarked;
