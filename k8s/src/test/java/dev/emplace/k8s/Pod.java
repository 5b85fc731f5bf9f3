package dev.emplace.k8s;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pods that an object makes. */
public record Pod(Manifest owner) {

    private static final Set<String> OWNERS = Set.of("Deployment", "StatefulSet", "DaemonSet", "Job");

    static Optional<Pod> of(Manifest object) {
        return OWNERS.contains(object.kind()) ? Optional.of(new Pod(object)) : Optional.empty();
    }

    /** Whether it is meant to end by itself. */
    public boolean ends() {
        return owner.kind().equals("Job");
    }

    public Node spec() {
        return owner.at("spec", "template", "spec");
    }

    public Map<String, Node> labels() {
        return owner.at("spec", "template", "metadata", "labels").fields();
    }

    public Stream<Node> containers() {
        return Stream.concat(
                spec().at("initContainers").each(), spec().at("containers").each());
    }

    /** Numbers of the ports that its containers open. */
    public Set<String> portNumbers() {
        return ports("containerPort");
    }

    public Set<String> portNames() {
        return ports("name");
    }

    private Set<String> ports(String field) {
        return containers()
                .flatMap(container -> container.at("ports").each())
                .flatMap(port -> port.at(field).text().stream())
                .collect(Collectors.toSet());
    }

    public boolean opens(String nameOrNumber) {
        return portNames().contains(nameOrNumber) || portNumbers().contains(nameOrNumber);
    }

    /** Whether a label selector, with {@code matchLabels} and {@code matchExpressions}, picks these pods. */
    public boolean pickedBy(Node selector) {
        return hasAll(selector.at("matchLabels"))
                && selector.at("matchExpressions").each().allMatch(this::fulfils);
    }

    public boolean hasAll(Node wanted) {
        return wanted.fields().entrySet().stream()
                .allMatch(label -> label.getValue().text().equals(labelled(label.getKey())));
    }

    private boolean fulfils(Node expression) {
        Optional<String> label = expression.at("key").text().flatMap(this::labelled);
        return expression.at("operator").is("In")
                && label.isPresent()
                && expression.at("values").each().anyMatch(value -> value.text().equals(label));
    }

    private Optional<String> labelled(String key) {
        return Optional.ofNullable(labels().get(key)).flatMap(Node::text);
    }
}
