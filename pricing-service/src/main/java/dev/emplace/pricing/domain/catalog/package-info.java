/** The catalog as one consistent whole, and the port that stores it. */
@NullMarked
package dev.emplace.pricing.domain.catalog;

import org.jspecify.annotations.NullMarked;
