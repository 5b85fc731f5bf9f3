/** Checks a replay's log against trace and catalog. Shares no code with what decided. */
@NullMarked
package dev.emplace.replay.check;

import org.jspecify.annotations.NullMarked;
