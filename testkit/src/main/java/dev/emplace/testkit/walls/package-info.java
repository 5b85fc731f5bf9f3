/** The walls inside a service, as one check that each service runs. */
@NullMarked
package dev.emplace.testkit.walls;

import org.jspecify.annotations.NullMarked;
