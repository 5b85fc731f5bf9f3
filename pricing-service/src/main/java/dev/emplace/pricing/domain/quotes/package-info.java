/** What a usage of an offer really costs, line by line. */
@NullMarked
package dev.emplace.pricing.domain.quotes;

import org.jspecify.annotations.NullMarked;
