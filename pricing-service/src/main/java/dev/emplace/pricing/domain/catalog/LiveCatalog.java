package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.CatalogNotLoadedException;
import java.util.Optional;

/** The newest snapshot that this replica has read; replaced as a whole, never backwards, read without a lock. */
public final class LiveCatalog {

    private volatile Optional<CatalogSnapshot> current = Optional.empty();

    /** As everybody may see it; a CatalogNotLoadedException before the first snapshot. */
    public CatalogSnapshot snapshot() {
        return current.orElseThrow(CatalogNotLoadedException::new);
    }

    public boolean isLoaded() {
        return current.isPresent();
    }

    /** -1 before the first snapshot. */
    public long revision() {
        return current.map(CatalogSnapshot::revision).orElse(-1L);
    }

    /** Ignored where a newer one is here already. */
    public synchronized void replace(CatalogSnapshot snapshot) {
        if (snapshot.revision() >= revision()) {
            current = Optional.of(snapshot);
        }
    }
}
