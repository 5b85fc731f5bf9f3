/** Publishing in bulk. */
@NullMarked
package dev.emplace.bench.pricing.imports;

import org.jspecify.annotations.NullMarked;
