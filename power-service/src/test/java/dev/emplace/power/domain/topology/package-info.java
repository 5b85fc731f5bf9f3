@NullMarked
package dev.emplace.power.domain.topology;

import org.jspecify.annotations.NullMarked;
