@NullMarked
package dev.emplace.workload.domain.reading;

import org.jspecify.annotations.NullMarked;
