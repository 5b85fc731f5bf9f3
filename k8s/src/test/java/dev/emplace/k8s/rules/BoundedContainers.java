package dev.emplace.k8s.rules;

import dev.emplace.k8s.Fault;
import dev.emplace.k8s.Landscape;
import dev.emplace.k8s.Node;
import dev.emplace.k8s.Pod;
import java.util.stream.Stream;

/** Each container asks for what it needs and is held to a limit; one that serves is probed in all three ways. */
final class BoundedContainers implements Rule {

    @Override
    public Stream<Fault> faults(Landscape landscape) {
        return landscape.pods().stream().flatMap(BoundedContainers::faultsOf);
    }

    private static Stream<Fault> faultsOf(Pod pod) {
        Expectations expected = new Expectations(pod.owner());
        pod.containers().forEach(container -> {
            for (String bound : new String[] {"requests", "limits"}) {
                for (String resource : new String[] {"cpu", "memory"}) {
                    Node amount = container.at("resources", bound, resource);
                    expected.expect(amount.exists(), amount, "is not set");
                }
            }
            if (!pod.ends()) {
                Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                        .map(container::at)
                        .forEach(probe -> expected.expect(probe.exists(), probe, "is not set"));
            }
        });
        return expected.faults();
    }
}
