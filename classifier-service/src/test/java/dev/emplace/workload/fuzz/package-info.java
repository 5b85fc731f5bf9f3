/** Input that no reader may fail on: found by a fuzzer, kept, and read again by ordinary tests. */
@NullMarked
package dev.emplace.workload.fuzz;

import org.jspecify.annotations.NullMarked;
