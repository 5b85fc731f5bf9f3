package dev.emplace.workload.config;

import dev.emplace.platform.auth.SecureChannels;
import dev.emplace.platform.calls.OutgoingCalls;
import dev.emplace.workload.clients.Connection;
import dev.emplace.workload.clients.Dependency;
import dev.emplace.workload.clients.GrpcCapacity;
import dev.emplace.workload.clients.GrpcPrices;
import dev.emplace.workload.domain.classify.Classifier;
import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.plan.Planner;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.policy.PolicyReader;
import dev.emplace.workload.domain.reading.WorkloadReader;
import dev.emplace.workload.yaml.YamlManifests;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;

/** Puts the parts of the service together; an invalid policy ends the start. */
@ApplicationScoped
class Wiring {
    private final Connection pricing;
    private final Connection power;
    private final PricingConfig pricingConfig;

    Wiring(
            OutgoingCalls calls,
            SecureChannels channels,
            Breakers breakers,
            PricingConfig pricingConfig,
            PowerConfig powerConfig) {
        this.pricingConfig = pricingConfig;
        this.pricing = new Connection(
                calls,
                channels,
                new Dependency("pricing-service", pricingConfig.address(), pricingConfig.timeout(), GrpcPrices.READS),
                breakers.of("pricing-service"));
        this.power = new Connection(
                calls,
                channels,
                new Dependency("power-service", powerConfig.address(), powerConfig.timeout(), GrpcCapacity.READS),
                breakers.of("power-service"));
    }

    @Produces
    @Singleton
    @Startup
    WorkloadReader workloadReader(ManifestConfig config) {
        ManifestLimits limits = new ManifestLimits(config.bytes(), config.documents(), config.depth(), config.nodes());
        return new WorkloadReader(new Classifier(policy()), new YamlManifests(limits));
    }

    @Produces
    @Singleton
    Planner planner(WorkloadReader reader) {
        return new Planner(
                reader.policy(),
                new GrpcPrices(pricing, pricingConfig.acceleratorsKept(), Clock.systemUTC()),
                new GrpcCapacity(power));
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck dependencies() {
        return new Dependencies(List.of(pricing, power));
    }

    private static Policy policy() {
        try (InputStream file = Wiring.class.getResourceAsStream("/policy.yaml")) {
            byte[] text = Objects.requireNonNull(file, "policy.yaml is part of the service")
                    .readAllBytes();
            return PolicyReader.read(new YamlManifests(ManifestLimits.DEFAULT).read(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @PreDestroy
    void disconnect() {
        pricing.close();
        power.close();
    }
}
