package dev.emplace.k8s.rules;

import dev.emplace.k8s.Fault;
import dev.emplace.k8s.Landscape;
import dev.emplace.k8s.Manifest;
import dev.emplace.k8s.Node;
import dev.emplace.k8s.Pod;
import java.util.stream.Stream;

/** Each selector picks pods; a workload's picks its own and no other's. */
final class MatchingSelectors implements Rule {

    @Override
    public Stream<Fault> faults(Landscape landscape) {
        return Stream.of(
                        landscape.pods().stream().filter(pod -> !pod.ends()).flatMap(pod -> own(pod, landscape)),
                        landscape.pods().stream().flatMap(MatchingSelectors::spread),
                        landscape
                                .all("PodDisruptionBudget")
                                .flatMap(budget -> picks(budget, budget.at("spec", "selector"), landscape)),
                        landscape
                                .all("NetworkPolicy")
                                .flatMap(policy -> picks(policy, policy.at("spec", "podSelector"), landscape)),
                        landscape.all("NetworkPolicy").flatMap(policy -> peers(policy, landscape)))
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> own(Pod pod, Landscape landscape) {
        Node selector = pod.owner().at("spec", "selector");
        boolean exact = landscape.pods().stream().allMatch(other -> other.pickedBy(selector) == other.equals(pod));
        return exact
                ? Stream.of()
                : Stream.of(pod.owner().fault(selector, "must pick the pods of this template, and no other"));
    }

    private static Stream<Fault> spread(Pod pod) {
        return pod.spec()
                .at("topologySpreadConstraints")
                .each()
                .map(constraint -> constraint.at("labelSelector"))
                .filter(selector -> !selector.exists() || !pod.pickedBy(selector))
                .map(selector -> pod.owner().fault(selector, "does not pick the pods that it spreads"));
    }

    /** Peers in our own namespace; who is in another one, its own labels say. */
    private static Stream<Fault> peers(Manifest policy, Landscape landscape) {
        return Stream.concat(
                        policy.at("spec", "ingress")
                                .each()
                                .flatMap(rule -> rule.at("from").each()),
                        policy.at("spec", "egress")
                                .each()
                                .flatMap(rule -> rule.at("to").each()))
                .filter(peer -> peer.at("podSelector").exists()
                        && !peer.at("namespaceSelector").exists())
                .flatMap(peer -> picks(policy, peer.at("podSelector"), landscape));
    }

    private static Stream<Fault> picks(Manifest object, Node selector, Landscape landscape) {
        return selector.exists() && landscape.pods().stream().anyMatch(pod -> pod.pickedBy(selector))
                ? Stream.of()
                : Stream.of(object.fault(selector, "picks no pod that there is"));
    }
}
