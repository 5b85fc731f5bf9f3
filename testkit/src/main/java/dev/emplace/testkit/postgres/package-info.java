/** A real PostgreSQL for tests: the one given, else one in a container, else an embedded one; always with durable settings. */
@NullMarked
package dev.emplace.testkit.postgres;

import org.jspecify.annotations.NullMarked;
