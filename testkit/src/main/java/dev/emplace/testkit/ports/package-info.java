/** Ports for the processes that tests start. */
@NullMarked
package dev.emplace.testkit.ports;

import org.jspecify.annotations.NullMarked;
