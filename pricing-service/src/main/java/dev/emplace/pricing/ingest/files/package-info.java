/** Files on their way into the catalog. */
@NullMarked
package dev.emplace.pricing.ingest.files;

import org.jspecify.annotations.NullMarked;
