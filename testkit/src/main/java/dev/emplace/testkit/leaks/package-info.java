/** No answer shows the inside of a service: what would be a leak, and how every test of a service looks for one. */
@NullMarked
package dev.emplace.testkit.leaks;

import org.jspecify.annotations.NullMarked;
