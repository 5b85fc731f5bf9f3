@NullMarked
package dev.emplace.workload.domain.plan;

import org.jspecify.annotations.NullMarked;
