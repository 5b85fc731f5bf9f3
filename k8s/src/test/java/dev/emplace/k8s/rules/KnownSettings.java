package dev.emplace.k8s.rules;

import dev.emplace.k8s.Fault;
import dev.emplace.k8s.Landscape;
import dev.emplace.k8s.Node;
import dev.emplace.k8s.rules.Environment.Variable;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Each environment variable of a service is a setting of it that is read at start, with a value that fits. */
final class KnownSettings implements Rule {

    private static final Set<String> OF_JAVA = Set.of("JAVA_TOOL_OPTIONS");

    private final QuarkusSettings quarkus = new QuarkusSettings();

    @Override
    public Stream<Fault> faults(Landscape landscape) {
        return Environment.all(landscape).flatMap(this::faultsOf).distinct();
    }

    private Stream<Fault> faultsOf(Environment environment) {
        OwnSettings own = OwnSettings.of(environment.service());
        return Stream.concat(
                environment.variables().stream()
                        .flatMap(variable -> problem(variable, own, environment.service())
                                .map(problem -> variable.manifest().fault(variable.place(), problem))
                                .stream()),
                unfit(own, environment).stream());
    }

    private Optional<String> problem(Variable variable, OwnSettings own, String service) {
        String name = variable.name();
        if (OF_JAVA.contains(name) || own.has(name) || quarkus.isReadAtStart(name)) {
            return Optional.empty();
        }
        return Optional.of(
                quarkus.isKnown(name)
                        ? "is " + name + ", which is fixed when the service is built"
                        : "is " + name + ", no setting of " + service);
    }

    private static Optional<Fault> unfit(OwnSettings own, Environment environment) {
        Node containers = environment.pod().spec().at("containers");
        return own.refusal(environment.values())
                .map(refusal -> environment.pod().owner().fault(containers, "would not start: " + refusal));
    }
}
