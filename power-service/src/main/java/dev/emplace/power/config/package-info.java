/** How the service is put together, and what may be set. */
@NullMarked
package dev.emplace.power.config;

import org.jspecify.annotations.NullMarked;
