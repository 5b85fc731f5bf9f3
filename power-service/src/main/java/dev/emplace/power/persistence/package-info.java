/** The journal and the archive in PostgreSQL. */
@NullMarked
package dev.emplace.power.persistence;

import org.jspecify.annotations.NullMarked;
