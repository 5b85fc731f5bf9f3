/** Reads what lies beside the project, and what ships with it. */
@NullMarked
package dev.emplace.bench.data;

import org.jspecify.annotations.NullMarked;
