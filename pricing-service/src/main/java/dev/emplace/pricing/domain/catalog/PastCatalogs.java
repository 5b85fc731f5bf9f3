package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.accelerators.AliasTable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Snapshots of other times than now, of which the last few are kept: one is built at a time, from the price book. */
public final class PastCatalogs {

    private static final int KEPT = 2;

    private final AliasTable accelerators;
    private final PriceHistory history;
    private final Deque<Seen> seen = new ArrayDeque<>();

    private record Seen(Vantage vantage, CatalogSnapshot catalog) {}

    public PastCatalogs(AliasTable accelerators, PriceHistory history) {
        this.accelerators = accelerators;
        this.history = history;
    }

    /** Blocks while it, or another one, is read. */
    public CatalogSnapshot at(Vantage vantage) {
        synchronized (seen) {
            return kept(vantage).orElseGet(() -> keep(vantage));
        }
    }

    private Optional<CatalogSnapshot> kept(Vantage vantage) {
        return seen.stream()
                .filter(each -> each.vantage().equals(vantage))
                .map(Seen::catalog)
                .findFirst();
    }

    private CatalogSnapshot keep(Vantage vantage) {
        while (seen.size() >= KEPT) {
            seen.removeFirst();
        }
        var catalog = CatalogSnapshot.ofThePast(accelerators, history.read(vantage));
        seen.addLast(new Seen(vantage, catalog));
        return catalog;
    }
}
