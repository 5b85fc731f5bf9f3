/** What owning costs: capital, rent, energy, operations. */
@NullMarked
package dev.emplace.pricing.domain.ownership;

import org.jspecify.annotations.NullMarked;
