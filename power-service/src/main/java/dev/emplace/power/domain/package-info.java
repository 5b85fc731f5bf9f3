/** Power and cooling of sites: what they carry, what workloads draw, and what is held for whom. Plain Java. */
@NullMarked
package dev.emplace.power.domain;

import org.jspecify.annotations.NullMarked;
