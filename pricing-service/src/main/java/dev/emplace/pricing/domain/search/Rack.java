package dev.emplace.pricing.domain.search;

import java.util.Comparator;
import java.util.List;

/** Rows that a search looks at together, the one with the cheapest accelerator first. */
final class Rack {

    static final Rack EMPTY = new Rack(List.of());

    private final Row[] rows;

    Rack(List<Row> rows) {
        this.rows = rows.stream()
                .sorted(Comparator.comparingLong(Row::cheapestPerAccelerator))
                .toArray(Row[]::new);
    }

    int size() {
        return rows.length;
    }

    Row row(int at) {
        return rows[at];
    }
}
