package dev.emplace.pricing.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The row that holds the revision. */
@ApplicationScoped
class CatalogRows implements PanacheRepositoryBase<CatalogRow, Boolean> {

    long revision() {
        return findById(true).revision;
    }
}
