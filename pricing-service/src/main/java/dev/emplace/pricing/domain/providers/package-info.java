/** Who offers accelerators, and what documents say of them beside their prices. */
@NullMarked
package dev.emplace.pricing.domain.providers;

import org.jspecify.annotations.NullMarked;
