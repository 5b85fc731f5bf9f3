@NullMarked
package dev.emplace.power.domain.reservation;

import org.jspecify.annotations.NullMarked;
