/** Which base of a load to commit to or to own, as a linear program. */
@NullMarked
package dev.emplace.replay.portfolio;

import org.jspecify.annotations.NullMarked;
