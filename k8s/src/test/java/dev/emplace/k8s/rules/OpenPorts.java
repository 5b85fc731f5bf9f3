package dev.emplace.k8s.rules;

import dev.emplace.k8s.Fault;
import dev.emplace.k8s.Landscape;
import dev.emplace.k8s.Manifest;
import dev.emplace.k8s.Node;
import dev.emplace.k8s.Pod;
import java.util.List;
import java.util.stream.Stream;

/** Each port that a Service, a probe or a network policy names is open on the pods behind it. */
final class OpenPorts implements Rule {

    @Override
    public Stream<Fault> faults(Landscape landscape) {
        return Stream.of(
                        landscape.all("Service").flatMap(service -> serviceFaults(service, landscape.pods())),
                        landscape.pods().stream().flatMap(OpenPorts::probeFaults),
                        landscape.all("NetworkPolicy").flatMap(policy -> policyFaults(policy, landscape.pods())))
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> serviceFaults(Manifest service, List<Pod> pods) {
        Node selector = service.at("spec", "selector");
        List<Pod> behind = pods.stream().filter(pod -> pod.hasAll(selector)).toList();
        return behind.isEmpty()
                ? Stream.of(service.fault(selector, "picks no pod that there is"))
                : service.at("spec", "ports")
                        .each()
                        .map(port -> port.at("targetPort"))
                        .flatMap(port -> closed(service, port, behind));
    }

    private static Stream<Fault> probeFaults(Pod pod) {
        return pod.containers()
                .flatMap(container -> Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                        .map(container::at))
                .flatMap(probe -> Stream.of(probe.at("httpGet"), probe.at("grpc"), probe.at("tcpSocket")))
                .filter(Node::exists)
                .flatMap(action -> closed(pod.owner(), action.at("port"), List.of(pod)));
    }

    private static Stream<Fault> policyFaults(Manifest policy, List<Pod> pods) {
        List<Pod> guarded = pods.stream()
                .filter(pod -> pod.pickedBy(policy.at("spec", "podSelector")))
                .toList();
        Stream<Fault> in = policy.at("spec", "ingress").each().flatMap(rule -> ports(policy, rule, guarded));
        Stream<Fault> out = policy.at("spec", "egress")
                .each()
                .flatMap(rule -> rule.at("to")
                        .each()
                        .filter(peer -> peer.at("podSelector").exists()
                                && !peer.at("namespaceSelector").exists())
                        .flatMap(peer -> ports(
                                policy,
                                rule,
                                pods.stream()
                                        .filter(pod -> pod.pickedBy(peer.at("podSelector")))
                                        .toList())));
        return Stream.concat(in, out);
    }

    private static Stream<Fault> ports(Manifest policy, Node rule, List<Pod> pods) {
        return rule.at("ports").each().map(port -> port.at("port")).flatMap(port -> closed(policy, port, pods));
    }

    private static Stream<Fault> closed(Manifest object, Node port, List<Pod> pods) {
        boolean open = port.text()
                .filter(number -> pods.stream().allMatch(pod -> pod.opens(number)))
                .isPresent();
        return open
                ? Stream.of()
                : Stream.of(object.fault(port, "is " + port.value() + ": no such port of the pods behind it"));
    }
}
