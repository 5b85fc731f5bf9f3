@NullMarked
package dev.emplace.workload.domain;

import org.jspecify.annotations.NullMarked;
