/** The same work bought in different ways, and claims about prices held against the catalog. */
@NullMarked
package dev.emplace.pricing.domain.comparison;

import org.jspecify.annotations.NullMarked;
