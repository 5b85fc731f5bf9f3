@NullMarked
package dev.emplace.power;

import org.jspecify.annotations.NullMarked;
