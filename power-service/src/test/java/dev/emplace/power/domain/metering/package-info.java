@NullMarked
package dev.emplace.power.domain.metering;

import org.jspecify.annotations.NullMarked;
