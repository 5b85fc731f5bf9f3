/** What a change of a schema may do while replicas of the version before it serve. */
@NullMarked
package dev.emplace.testkit.migration;

import org.jspecify.annotations.NullMarked;
