@NullMarked
package dev.emplace.power.domain.draw;

import org.jspecify.annotations.NullMarked;
