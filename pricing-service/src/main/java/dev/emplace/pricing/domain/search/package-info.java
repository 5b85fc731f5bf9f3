/** The cheapest offers that meet a requirement, from an immutable index. */
@NullMarked
package dev.emplace.pricing.domain.search;

import org.jspecify.annotations.NullMarked;
