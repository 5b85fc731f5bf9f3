/** Reads that wait until a replica has seen a revision. */
@NullMarked
package dev.emplace.platform.revision;

import org.jspecify.annotations.NullMarked;
