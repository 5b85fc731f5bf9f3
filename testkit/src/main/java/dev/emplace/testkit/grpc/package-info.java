/** Calling the service under test as a client does. */
@NullMarked
package dev.emplace.testkit.grpc;

import org.jspecify.annotations.NullMarked;
