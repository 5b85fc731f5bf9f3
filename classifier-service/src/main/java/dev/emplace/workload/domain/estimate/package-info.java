/** What a workload needs of an accelerator, and how fast it then is. */
@NullMarked
package dev.emplace.workload.domain.estimate;

import org.jspecify.annotations.NullMarked;
