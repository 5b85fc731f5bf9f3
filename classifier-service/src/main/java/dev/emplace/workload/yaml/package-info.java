@NullMarked
package dev.emplace.workload.yaml;

import org.jspecify.annotations.NullMarked;
