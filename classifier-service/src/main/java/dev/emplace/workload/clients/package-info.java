/** Adapters of the domain's ports over the gRPC of pricing-service and power-service. */
@NullMarked
package dev.emplace.workload.clients;

import org.jspecify.annotations.NullMarked;
