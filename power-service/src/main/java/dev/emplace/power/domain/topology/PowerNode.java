package dev.emplace.power.domain.topology;

import java.util.List;
import java.util.Optional;

/**
 * A piece of electrical equipment that power passes through.
 *
 * @param fedBy nodes that it takes power from; a generator among others takes load only when they are dead
 * @param cooledBy cooling units that take its losses away; empty where it stands outdoors
 */
public record PowerNode(
        String id,
        NodeKind kind,
        List<String> fedBy,
        Rating rating,
        Optional<EmergencyLimit> emergency,
        Losses losses,
        List<String> cooledBy) {
    public PowerNode {
        fedBy = List.copyOf(fedBy);
        cooledBy = List.copyOf(cooledBy);
    }
}
