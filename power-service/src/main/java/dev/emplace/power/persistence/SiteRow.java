package dev.emplace.power.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A site's row as readers see it; only a batch writes it, by hand. */
@Entity
@Immutable
@Table(name = "site")
class SiteRow {
    @Id
    @Column(columnDefinition = "text")
    String name = "";

    long revision;
}
