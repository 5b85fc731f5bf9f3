@NullMarked
package dev.emplace.workload.domain.manifest;

import org.jspecify.annotations.NullMarked;
