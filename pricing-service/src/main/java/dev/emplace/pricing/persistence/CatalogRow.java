package dev.emplace.pricing.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row that every publication locks and raises. */
@Entity
@Table(name = "catalog")
class CatalogRow {

    @Id
    boolean id;

    long revision;
}
