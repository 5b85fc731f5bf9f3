/** Refusals as facts: what went wrong, with which values, and what the caller can do. Plain Java, open to every domain. */
@NullMarked
package dev.emplace.platform.errors;

import org.jspecify.annotations.NullMarked;
