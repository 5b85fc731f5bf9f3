/** How long a computation takes, as physics bounds it and as measurements suggest. */
@NullMarked
package dev.emplace.workload.domain.latency;

import org.jspecify.annotations.NullMarked;
