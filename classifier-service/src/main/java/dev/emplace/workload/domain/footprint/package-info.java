@NullMarked
package dev.emplace.workload.domain.footprint;

import org.jspecify.annotations.NullMarked;
