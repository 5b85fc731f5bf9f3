/** What a service shows of itself, held against the document that explains it. */
@NullMarked
package dev.emplace.testkit.metrics;

import org.jspecify.annotations.NullMarked;
