/** What series of load that were measured say. */
@NullMarked
package dev.emplace.bench.usage;

import org.jspecify.annotations.NullMarked;
