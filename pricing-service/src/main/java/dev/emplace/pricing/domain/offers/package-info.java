/** What can be rented, bought or owned, and at what price. */
@NullMarked
package dev.emplace.pricing.domain.offers;

import org.jspecify.annotations.NullMarked;
