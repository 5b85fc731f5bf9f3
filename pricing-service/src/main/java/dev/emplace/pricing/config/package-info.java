/** Wiring: what is configured, what is made of it, and what has to be true before the service is ready. */
@NullMarked
package dev.emplace.pricing.config;

import org.jspecify.annotations.NullMarked;
