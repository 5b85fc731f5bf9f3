/** What a replica reads when it starts. */
@NullMarked
package dev.emplace.bench.power.replica;

import org.jspecify.annotations.NullMarked;
