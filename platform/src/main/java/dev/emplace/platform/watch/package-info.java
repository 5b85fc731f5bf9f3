/** Streams of changes that go on where they ended, on any replica: what is generic about a watch. */
@NullMarked
package dev.emplace.platform.watch;

import org.jspecify.annotations.NullMarked;
