/** Speed of power-service. */
@NullMarked
package dev.emplace.bench.power;

import org.jspecify.annotations.NullMarked;
