package dev.emplace.power.config;

import dev.emplace.power.domain.reservation.SiteBook;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.List;

/** What the sites show of themselves, as this replica sees them. */
@Singleton
class SiteMetrics {
    private final SiteBook book;
    private final MultiGauge revisions;
    private List<String> shown = List.of();

    SiteMetrics(MeterRegistry registry, SiteBook book) {
        this.book = book;
        this.revisions = MultiGauge.builder("emplace.site.revision")
                .description("Revision of a site that this replica sees")
                .register(registry);
    }

    /** Takes up sites that are new; those that are shown already are read when they are asked for. */
    void show() {
        List<String> sites =
                book.sites().stream().map(view -> view.site().name()).toList();
        if (!sites.equals(shown)) {
            revisions.register(
                    sites.stream()
                            .map(site -> MultiGauge.Row.of(Tags.of("site", site), () -> book.revision(site)))
                            .toList(),
                    true);
            shown = sites;
        }
    }
}
