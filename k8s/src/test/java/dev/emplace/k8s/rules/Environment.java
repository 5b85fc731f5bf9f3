package dev.emplace.k8s.rules;

import dev.emplace.k8s.Landscape;
import dev.emplace.k8s.Manifest;
import dev.emplace.k8s.Node;
import dev.emplace.k8s.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The environment variables that one container of a service gets. */
record Environment(Pod pod, String service, List<Variable> variables) {

    private static final Pattern IMAGE = Pattern.compile("(?:.*/)?emplace/([a-z-]+)[:@].*");

    /** Where it is written: in the container itself, or in a ConfigMap. The value of a secret is not known here. */
    record Variable(Manifest manifest, Node place, String name, Optional<String> value) {}

    static Stream<Environment> all(Landscape landscape) {
        return landscape.pods().stream()
                .flatMap(pod -> pod.containers().flatMap(container -> of(pod, container, landscape).stream()));
    }

    private static Optional<Environment> of(Pod pod, Node container, Landscape landscape) {
        return container
                .at("image")
                .text()
                .map(IMAGE::matcher)
                .filter(Matcher::matches)
                .map(image -> new Environment(
                        pod,
                        image.group(1),
                        Stream.concat(own(pod, container), shared(container, landscape))
                                .toList()));
    }

    private static Stream<Variable> own(Pod pod, Node container) {
        return container
                .at("env")
                .each()
                .map(entry -> new Variable(
                        pod.owner(),
                        entry.at("name"),
                        entry.at("name").text().orElse(""),
                        entry.at("value").text()));
    }

    private static Stream<Variable> shared(Node container, Landscape landscape) {
        return container
                .at("envFrom")
                .each()
                .map(source -> source.at("configMapRef", "name").text().orElse(""))
                .flatMap(name ->
                        landscape.all("ConfigMap").filter(map -> map.name().equals(name)))
                .flatMap(map -> map.at("data").fields().entrySet().stream()
                        .map(entry -> new Variable(
                                map,
                                entry.getValue(),
                                entry.getKey(),
                                entry.getValue().text())));
    }

    /** The values that are known, as the service would find them. */
    Map<String, String> values() {
        return variables.stream()
                .filter(variable -> variable.value().isPresent())
                .collect(Collectors.toMap(
                        Variable::name, variable -> variable.value().orElseThrow(), (first, second) -> first));
    }
}
