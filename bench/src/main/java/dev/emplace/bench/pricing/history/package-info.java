/** What it costs to remember. */
@NullMarked
package dev.emplace.bench.pricing.history;

import org.jspecify.annotations.NullMarked;
