@NullMarked
package dev.emplace.workload.domain.policy;

import org.jspecify.annotations.NullMarked;
