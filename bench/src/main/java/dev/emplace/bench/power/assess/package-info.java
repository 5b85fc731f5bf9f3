/** Assessing many sites, and hours of one. */
@NullMarked
package dev.emplace.bench.power.assess;

import org.jspecify.annotations.NullMarked;
