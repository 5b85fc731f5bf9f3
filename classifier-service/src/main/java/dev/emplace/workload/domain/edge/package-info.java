@NullMarked
package dev.emplace.workload.domain.edge;

import org.jspecify.annotations.NullMarked;
