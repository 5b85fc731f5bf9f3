/** Providers, their regions, and what leaving them costs. */
@NullMarked
package dev.emplace.pricing.domain.places;

import org.jspecify.annotations.NullMarked;
