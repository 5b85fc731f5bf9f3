package dev.emplace.k8s.rules;

import dev.emplace.k8s.Fault;
import dev.emplace.k8s.Landscape;
import dev.emplace.k8s.Node;
import dev.emplace.platform.calls.CallsConfig;
import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import java.util.stream.Stream;

/** A pod that serves is killed no sooner than its service needs to go quietly. */
final class PatientShutdown implements Rule {

    @Override
    public Stream<Fault> faults(Landscape landscape) {
        return Environment.all(landscape)
                .filter(environment -> !environment.pod().ends())
                .filter(environment -> OwnSettings.of(environment.service())
                        .refusal(environment.values())
                        .isEmpty())
                .flatMap(PatientShutdown::faultsOf);
    }

    private static Stream<Fault> faultsOf(Environment environment) {
        SmallRyeConfig config = OwnSettings.of(environment.service()).read(environment.values());
        Duration needed = config.getConfigMapping(CallsConfig.class)
                .drainTimeout()
                .plus(config.getOptionalValue("quarkus.shutdown.delay", Duration.class)
                        .orElse(Duration.ZERO));
        Node grace = environment.pod().spec().at("terminationGracePeriodSeconds");
        long seconds = grace.text().map(Long::parseLong).orElse(30L);
        return seconds > needed.toSeconds()
                ? Stream.of()
                : Stream.of(environment
                        .pod()
                        .owner()
                        .fault(
                                grace,
                                "is " + seconds + " s: must exceed the delay and the drain, together "
                                        + needed.toSeconds() + " s"));
    }
}
