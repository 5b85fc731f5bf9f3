package dev.emplace.pricing.domain.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The racks of one region, or of everywhere: one for each accelerator, and one with all rows. */
final class Floor {

    private final Rack all;
    private final Map<String, Rack> byAccelerator = new HashMap<>();

    Floor(List<Row> rows) {
        all = new Rack(rows);
        var grouped = new HashMap<String, List<Row>>();
        for (var row : rows) {
            grouped.computeIfAbsent(row.shelf().acceleratorId(), id -> new ArrayList<>())
                    .add(row);
        }
        grouped.forEach((accelerator, theirs) -> byAccelerator.put(accelerator, new Rack(theirs)));
    }

    Rack all() {
        return all;
    }

    Rack of(String acceleratorId) {
        return byAccelerator.getOrDefault(acceleratorId, Rack.EMPTY);
    }
}
