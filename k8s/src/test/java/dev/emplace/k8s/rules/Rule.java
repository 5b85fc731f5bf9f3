package dev.emplace.k8s.rules;

import dev.emplace.k8s.Fault;
import dev.emplace.k8s.Landscape;
import java.util.List;
import java.util.stream.Stream;

/** Something that holds for all that is deployed together. */
public interface Rule {

    Stream<Fault> faults(Landscape landscape);

    List<Rule> ALL = List.of(
            new KnownFields(),
            new RequiredFields(),
            new SafePods(),
            new BoundedContainers(),
            new ResolvedNames(),
            new MatchingSelectors(),
            new OpenPorts(),
            new KnownSettings(),
            new PatientShutdown());
}
