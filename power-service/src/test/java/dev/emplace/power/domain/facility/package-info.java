@NullMarked
package dev.emplace.power.domain.facility;

import org.jspecify.annotations.NullMarked;
