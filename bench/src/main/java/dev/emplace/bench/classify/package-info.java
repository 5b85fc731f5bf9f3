/** How often manifests are classified right, how sure, and how fast. */
@NullMarked
package dev.emplace.bench.classify;

import org.jspecify.annotations.NullMarked;
