/** Plans whose power is held in the same call. */
@NullMarked
package dev.emplace.workload.domain.reserve;

import org.jspecify.annotations.NullMarked;
