package dev.emplace.workload.config;

import dev.emplace.platform.auth.SecureChannels;
import dev.emplace.platform.calls.OutgoingCalls;
import dev.emplace.workload.clients.Connection;
import dev.emplace.workload.clients.Dependency;
import dev.emplace.workload.clients.GrpcCapacity;
import dev.emplace.workload.clients.GrpcHolds;
import dev.emplace.workload.clients.GrpcPrices;
import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.manifest.Manifests;
import dev.emplace.workload.domain.plan.Capacity;
import dev.emplace.workload.domain.plan.Prices;
import dev.emplace.workload.domain.plan.Rulebook;
import dev.emplace.workload.domain.plan.RulesInForce;
import dev.emplace.workload.domain.policy.PolicyFiles;
import dev.emplace.workload.domain.reserve.PowerHolds;
import dev.emplace.workload.yaml.YamlManifests;
import io.grpc.MethodDescriptor;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
                new Dependency("power-service", powerConfig.address(), powerConfig.timeout(), reads()),
                breakers.of("power-service"));
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Prices prices(Clock clock) {
        return new GrpcPrices(pricing, pricingConfig.acceleratorsKept(), clock);
    }

    @Produces
    @Singleton
    @Startup
    RulesInForce rules(ManifestConfig config, PolicyConfig policy, Prices prices, Clock clock) {
        ManifestLimits limits = new ManifestLimits(config.bytes(), config.documents(), config.depth(), config.nodes());
        Manifests manifests = new YamlManifests(limits);
        Capacity capacity = new GrpcCapacity(power);
        PolicyFiles files = new PolicyFiles(new YamlManifests(ManifestLimits.DEFAULT), builtIn());
        return new RulesInForce(
                policy.file().map(Path::toString).orElse("built in"),
                text -> Rulebook.of(files.read(text), manifests, prices, capacity),
                first(policy),
                clock.instant());
    }

    @Produces
    @Singleton
    PowerHolds powerHolds() {
        return new GrpcHolds(power);
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck dependencies() {
        return new Dependencies(List.of(pricing, power));
    }

    private static List<MethodDescriptor<?, ?>> reads() {
        return Stream.concat(GrpcCapacity.READS.stream(), GrpcHolds.READS.stream())
                .toList();
    }

    /** The configured policy, without which there is no start: else a forgotten mount would judge by other rules. */
    private static byte[] first(PolicyConfig config) {
        if (config.file().isEmpty()) {
            return builtIn();
        }
        try {
            return PolicyFollower.read(config.file().get());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "emplace.policy.file is " + config.file().get() + ", which cannot be read", unreadable);
        }
    }

    private static byte[] builtIn() {
        try (InputStream file = Wiring.class.getResourceAsStream("/policy.yaml")) {
            return Objects.requireNonNull(file, "policy.yaml is part of the service")
                    .readAllBytes();
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
