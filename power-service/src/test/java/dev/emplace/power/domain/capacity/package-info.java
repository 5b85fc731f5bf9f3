@NullMarked
package dev.emplace.power.domain.capacity;

import org.jspecify.annotations.NullMarked;
