@NullMarked
package dev.emplace.workload.domain.signal;

import org.jspecify.annotations.NullMarked;
