/** The gRPC services: translate, call the domain, translate back. */
@NullMarked
package dev.emplace.workload.grpc;

import org.jspecify.annotations.NullMarked;
