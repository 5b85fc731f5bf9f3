/** Whether a load fits: every limit of a site, in every scenario, kept up to date load by load. */
@NullMarked
package dev.emplace.power.domain.capacity;

import org.jspecify.annotations.NullMarked;
