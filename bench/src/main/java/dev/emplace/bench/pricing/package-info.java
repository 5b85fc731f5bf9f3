/** What pricing-service is measured against. */
@NullMarked
package dev.emplace.bench.pricing;

import org.jspecify.annotations.NullMarked;
