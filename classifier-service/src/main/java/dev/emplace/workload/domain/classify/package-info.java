@NullMarked
package dev.emplace.workload.domain.classify;

import org.jspecify.annotations.NullMarked;
