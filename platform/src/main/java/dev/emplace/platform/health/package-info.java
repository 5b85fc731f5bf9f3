/** grpc.health.v1 for each service, driven by the readiness checks. */
@NullMarked
package dev.emplace.platform.health;

import org.jspecify.annotations.NullMarked;
