package dev.emplace.pricing.domain.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The racks of one region, or of everywhere: one for each accelerator, and one with all rows. Each capacity block has dates,
 * and so a shelf, of its own: they stand apart, since most searches need none and would walk past all of them.
 */
final class Floor {

    private static final Floor EMPTY = new Floor(List.of(), Optional.empty());

    private final Optional<Floor> dated;
    private final Rack all;
    private final Map<String, Rack> byAccelerator = new HashMap<>();

    private Floor(List<Row> rows, Optional<Floor> dated) {
        this.dated = dated;
        all = new Rack(rows);
        var grouped = new HashMap<String, List<Row>>();
        for (var row : rows) {
            grouped.computeIfAbsent(row.shelf().acceleratorId(), id -> new ArrayList<>())
                    .add(row);
        }
        grouped.forEach((accelerator, theirs) -> byAccelerator.put(accelerator, new Rack(theirs)));
    }

    static Floor of(List<Row> rows) {
        var dated = rows.stream().filter(row -> row.shelf().dates().isPresent()).toList();
        var lasting = rows.stream().filter(row -> row.shelf().dates().isEmpty()).toList();
        return new Floor(lasting, Optional.of(new Floor(dated, Optional.empty())));
    }

    /** The racks of what has dates. */
    Floor dated() {
        return dated.orElse(EMPTY);
    }

    Rack all() {
        return all;
    }

    Rack of(String acceleratorId) {
        return byAccelerator.getOrDefault(acceleratorId, Rack.EMPTY);
    }
}
