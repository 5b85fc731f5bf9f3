/** Accelerators, and the many names they go by. */
@NullMarked
package dev.emplace.pricing.domain.accelerators;

import org.jspecify.annotations.NullMarked;
