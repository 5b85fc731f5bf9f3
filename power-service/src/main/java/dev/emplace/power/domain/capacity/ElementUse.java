package dev.emplace.power.domain.capacity;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one power node or cooling unit carries, and has left where that is least.
 *
 * @param reserved watts now while nothing has failed, with all that is held at its peak; losses and cooling included
 * @param least where the least is left, in any scenario at any time looked at: {@link Binding#demand} is 0
 */
public record ElementUse(String id, long reserved, Binding least) {
    /** In order of their ids. */
    public static List<ElementUse> of(List<LoadState> states) {
        LoadState now = states.get(0);
        return Stream.of(now.plant.elements)
                .map(element -> element.id)
                .sorted()
                .map(id -> of(id, states))
                .toList();
    }

    private static ElementUse of(String id, List<LoadState> states) {
        Binding least = states.stream()
                .flatMap(state -> least(state.plant.element(id), state))
                .min(Comparator.comparingLong(binding -> binding.limit() - binding.load()))
                .orElseThrow();
        LoadState now = states.get(0);
        Element element = now.plant.element(id);
        return new ElementUse(id, element.measured(now.loads[element.base]), least);
    }

    private static Stream<Binding> least(Element element, LoadState state) {
        return Stream.iterate(0, index -> index < element.indices(), index -> index + 1)
                .map(index -> new Binding(
                        element.limitKind(),
                        element.id,
                        state.plant.scenarioName(element, index),
                        element.limit(index),
                        element.measured(state.loads[element.base + index]),
                        0));
    }
}
