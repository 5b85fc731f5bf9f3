/** The formats that prices come in, each read as a stream into rows of one shape. */
@NullMarked
package dev.emplace.pricing.ingest.formats;

import org.jspecify.annotations.NullMarked;
