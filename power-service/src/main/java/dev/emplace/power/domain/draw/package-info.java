/** What workloads draw at the wall, from measured fractions of the accelerators' TDP; never the nameplate. */
@NullMarked
package dev.emplace.power.domain.draw;

import org.jspecify.annotations.NullMarked;
