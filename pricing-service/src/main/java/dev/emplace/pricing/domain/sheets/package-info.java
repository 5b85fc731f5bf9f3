/** Contracted price sheets: sources whose prices only some may see. */
@NullMarked
package dev.emplace.pricing.domain.sheets;

import org.jspecify.annotations.NullMarked;
