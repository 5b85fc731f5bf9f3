/** What an import makes of the rows of a source: what is published, what waits for a publisher, and why. */
@NullMarked
package dev.emplace.pricing.domain.imports;

import org.jspecify.annotations.NullMarked;
