/** Power as it was metered, beside what was predicted. */
@NullMarked
package dev.emplace.power.domain.metering;

import org.jspecify.annotations.NullMarked;
