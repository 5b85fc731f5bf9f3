/** Searches, in process and by call. */
@NullMarked
package dev.emplace.bench.pricing.search;

import org.jspecify.annotations.NullMarked;
