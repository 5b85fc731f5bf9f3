/** Real traces as workloads, and the constraints that a seed adds. */
@NullMarked
package dev.emplace.replay.trace;

import org.jspecify.annotations.NullMarked;
