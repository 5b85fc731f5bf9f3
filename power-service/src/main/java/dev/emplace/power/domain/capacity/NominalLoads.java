package dev.emplace.power.domain.capacity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What a site's elements carry while nothing has failed, in watts: output of a node, heat of a cooling unit. */
public final class NominalLoads {
    private final Map<String, Long> loads = new HashMap<>();
    private final long itWatts;
    private long lossWatts;

    NominalLoads(LoadState state) {
        for (Element element : state.plant.elements) {
            long load = state.loads[element.base];
            loads.put(element.id, load);
            if (!element.spec.cooling() && load > 0) {
                lossWatts += element.spec.losses().inputFor(load) - load;
            }
        }
        itWatts = Arrays.stream(state.air).sum() + Arrays.stream(state.liquid).sum();
    }

    public static NominalLoads of(LoadState state) {
        return new NominalLoads(state);
    }

    /** With every rack at that percentage of what its feeds and its cooling let it draw. */
    public static NominalLoads atRackPercent(Plant plant, int percent) {
        LoadState state = LoadState.empty(plant);
        for (Tap tap : plant.taps) {
            long air = tap.group.airLimitWatts();
            long liquid = tap.group.liquidLimitWatts();
            long most = Math.max(1, Math.min(tap.group.feedLimitWatts(), air + liquid) * percent / 100);
            long byLiquid = air + liquid == 0 ? 0 : (long) ((double) most * liquid / (air + liquid));
            for (int rack = 0; rack < tap.group.rackCount(); rack++) {
                state.add(new RackLoad(tap.group.id(), rack, most, byLiquid, "", 0, 0));
            }
        }
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

    /** What the nodes turn into heat themselves. */
    public long lossWatts() {
        return lossWatts;
    }
}
