/** Plans in the words of other systems. */
@NullMarked
package dev.emplace.workload.rendering;

import org.jspecify.annotations.NullMarked;
