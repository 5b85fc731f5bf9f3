/** The contracts, served: each class translates, asks the domain, translates back. */
@NullMarked
package dev.emplace.pricing.grpc;

import org.jspecify.annotations.NullMarked;
