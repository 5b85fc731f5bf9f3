/** A replay from its trace to its report. */
@NullMarked
package dev.emplace.replay;

import org.jspecify.annotations.NullMarked;
