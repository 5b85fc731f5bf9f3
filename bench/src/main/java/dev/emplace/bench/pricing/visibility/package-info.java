/** How soon what one replica has not heard of is seen at all of them. */
@NullMarked
package dev.emplace.bench.pricing.visibility;

import org.jspecify.annotations.NullMarked;
