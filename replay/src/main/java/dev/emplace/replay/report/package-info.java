/** What a replay found, for people and for programs. */
@NullMarked
package dev.emplace.replay.report;

import org.jspecify.annotations.NullMarked;
