/** Synthetic sites, and a full evaluation of one. */
@NullMarked
package dev.emplace.bench.power.site;

import org.jspecify.annotations.NullMarked;
