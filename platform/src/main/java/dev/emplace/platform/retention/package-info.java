/** Removing history that is older than it is kept for. */
@NullMarked
package dev.emplace.platform.retention;

import org.jspecify.annotations.NullMarked;
