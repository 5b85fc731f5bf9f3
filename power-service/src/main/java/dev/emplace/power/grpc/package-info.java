/** The contract's services: translate, ask the domain, translate back. */
@NullMarked
package dev.emplace.power.grpc;

import org.jspecify.annotations.NullMarked;
