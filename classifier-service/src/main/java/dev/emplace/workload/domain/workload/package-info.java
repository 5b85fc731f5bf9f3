@NullMarked
package dev.emplace.workload.domain.workload;

import org.jspecify.annotations.NullMarked;
