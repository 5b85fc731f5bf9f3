/** The catalog in PostgreSQL. */
@NullMarked
package dev.emplace.pricing.persistence;

import org.jspecify.annotations.NullMarked;
