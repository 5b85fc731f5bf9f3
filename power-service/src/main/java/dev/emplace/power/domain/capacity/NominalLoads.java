package dev.emplace.power.domain.capacity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What a site's elements carry while nothing has failed, in watts: output of a node, heat of a cooling unit. */
public final class NominalLoads {
    private final Map<String, Long> loads = new HashMap<>();
    private final long itWatts;

    NominalLoads(LoadState state) {
        for (Element element : state.plant.elements) {
            loads.put(element.id, state.loads[element.base]);
        }
        itWatts = Arrays.stream(state.air).sum() + Arrays.stream(state.liquid).sum();
    }

    public static NominalLoads of(LoadState state) {
        return new NominalLoads(state);
    }

    /** At half of the load that the site carries under any single failure, with its racks evenly loaded. */
    public static NominalLoads halfLoaded(Plant plant) {
        LoadState state = LoadState.empty(plant);
        EvenSpread.halfOfRoom(state).forEach(state::add);
        return of(state);
    }

    /** With so many IT watts, evenly over what the racks may take. */
    public static NominalLoads evenly(Plant plant, long itWatts) {
        LoadState state = LoadState.empty(plant);
        EvenSpread.spread(state, itWatts).forEach(state::add);
        return of(state);
    }

    /** Output of a node or heat of a cooling unit. */
    public long of(String element) {
        Long load = loads.get(element);
        if (load == null) {
            throw new IllegalArgumentException("no element " + element);
        }
        return load;
    }

    public long itWatts() {
        return itWatts;
    }
}
