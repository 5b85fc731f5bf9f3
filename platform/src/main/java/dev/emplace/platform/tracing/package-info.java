/** Which calls are traced; OpenTelemetry and Quarkus do the tracing. */
@NullMarked
package dev.emplace.platform.tracing;

import org.jspecify.annotations.NullMarked;
