package dev.emplace.pricing.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** The row that holds the revision. */
@ApplicationScoped
class CatalogRows implements PanacheRepositoryBase<CatalogRow, Boolean> {

    long revision() {
        return findById(true).revision;
    }

    /** Waits for whoever publishes now, and keeps others waiting until the transaction ends. */
    CatalogRow lock() {
        return findById(true, LockModeType.PESSIMISTIC_WRITE);
    }
}
