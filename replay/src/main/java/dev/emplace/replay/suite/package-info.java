/** What a running suite answers: the market, candidates, footprints. */
@NullMarked
package dev.emplace.replay.suite;

import org.jspecify.annotations.NullMarked;
