/** What a facility draws beyond its machines: losses and cooling, from components. */
@NullMarked
package dev.emplace.power.domain.facility;

import org.jspecify.annotations.NullMarked;
