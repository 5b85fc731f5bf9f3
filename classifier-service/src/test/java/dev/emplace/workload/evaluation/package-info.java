@NullMarked
package dev.emplace.workload.evaluation;

import org.jspecify.annotations.NullMarked;
