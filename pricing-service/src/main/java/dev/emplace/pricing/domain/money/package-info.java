/** Exact amounts of money. */
@NullMarked
package dev.emplace.pricing.domain.money;

import org.jspecify.annotations.NullMarked;
