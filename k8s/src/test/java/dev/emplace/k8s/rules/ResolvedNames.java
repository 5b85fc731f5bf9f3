package dev.emplace.k8s.rules;

import dev.emplace.k8s.Fault;
import dev.emplace.k8s.Landscape;
import dev.emplace.k8s.Manifest;
import dev.emplace.k8s.Node;
import dev.emplace.k8s.Pod;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What an object names exists: configuration, secrets and their keys, service accounts, volumes, what is scaled. */
public final class ResolvedNames implements Rule {

    private static final Set<String> DATABASE = Set.of("jdbc-uri", "username", "password");
    private static final Set<String> CERTIFICATE = Set.of("tls.crt", "tls.key", "ca.crt");

    /** Secrets that production is given, and their keys, as CloudNativePG and cert-manager make them. */
    public static final Map<String, Set<String>> GIVEN = Map.of(
            "pricing-database-app", DATABASE,
            "power-database-app", DATABASE,
            "pricing-service-tls", CERTIFICATE,
            "classifier-service-tls", CERTIFICATE,
            "power-service-tls", CERTIFICATE);

    @Override
    public Stream<Fault> faults(Landscape landscape) {
        return Stream.of(
                        landscape.pods().stream().flatMap(pod -> podFaults(pod, landscape)),
                        landscape.all("HorizontalPodAutoscaler").flatMap(scaler -> scalerFaults(scaler, landscape)),
                        landscape
                                .all("StatefulSet")
                                .flatMap(set -> named(set, "Service", set.at("spec", "serviceName"), landscape)))
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> podFaults(Pod pod, Landscape landscape) {
        Manifest owner = pod.owner();
        Node spec = pod.spec();
        return Stream.of(
                        named(owner, "ServiceAccount", spec.at("serviceAccountName"), landscape),
                        spec.at("volumes")
                                .each()
                                .map(volume -> volume.at("configMap", "name"))
                                .filter(Node::exists)
                                .flatMap(name -> named(owner, "ConfigMap", name, landscape)),
                        pod.containers().flatMap(container -> containerFaults(pod, container, landscape)))
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> containerFaults(Pod pod, Node container, Landscape landscape) {
        Manifest owner = pod.owner();
        return Stream.of(
                        container
                                .at("envFrom")
                                .each()
                                .map(source -> source.at("configMapRef", "name"))
                                .flatMap(name -> named(owner, "ConfigMap", name, landscape)),
                        container
                                .at("env")
                                .each()
                                .map(variable -> variable.at("valueFrom", "secretKeyRef"))
                                .filter(Node::exists)
                                .filter(key -> !hasKey(key, landscape))
                                .map(key -> owner.fault(key, "names no key of a Secret that there is")),
                        container
                                .at("volumeMounts")
                                .each()
                                .map(mount -> mount.at("name"))
                                .filter(name -> !isVolume(pod, name))
                                .map(name -> owner.fault(name, "names no volume of the pod")))
                .flatMap(faults -> faults);
    }

    private static boolean isVolume(Pod pod, Node name) {
        return Stream.concat(
                        pod.spec().at("volumes").each().map(volume -> volume.at("name")),
                        pod.owner()
                                .at("spec", "volumeClaimTemplates")
                                .each()
                                .map(claim -> claim.at("metadata", "name")))
                .anyMatch(volume -> volume.text().equals(name.text()));
    }

    private static boolean hasKey(Node reference, Landscape landscape) {
        String name = reference.at("name").text().orElse("");
        String key = reference.at("key").text().orElse("");
        return landscape
                .all("Secret")
                .filter(secret -> secret.name().equals(name))
                .findFirst()
                .map(secret -> Stream.of("data", "stringData")
                        .anyMatch(field -> secret.at(field, key).exists()))
                .orElseGet(() -> GIVEN.getOrDefault(name, Set.of()).contains(key));
    }

    private static Stream<Fault> scalerFaults(Manifest scaler, Landscape landscape) {
        Node target = scaler.at("spec", "scaleTargetRef");
        return named(scaler, target.at("kind").text().orElse(""), target.at("name"), landscape);
    }

    private static Stream<Fault> named(Manifest owner, String kind, Node name, Landscape landscape) {
        return name.text().filter(text -> landscape.has(kind, text)).isPresent()
                ? Stream.of()
                : Stream.of(owner.fault(name, "names no " + kind + " that there is: " + name.value()));
    }
}
