package dev.emplace.platform.tracing;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells OpenTelemetry what to sample: nothing that nobody receives, unless a caller asks for it. */
final class Sampling {

    @Produces
    @Singleton
    Sampler sampler(
            @ConfigProperty(name = "quarkus.otel.exporter.otlp.endpoint") String endpoint,
            @ConfigProperty(name = "quarkus.otel.traces.sampler.arg") double ratio) {
        return CallSampler.of(endpoint.isBlank() ? 0 : ratio);
    }
}
