package dev.emplace.power.config;

import dev.emplace.platform.health.LastLook;
import dev.emplace.power.domain.reservation.ReservationState;
import dev.emplace.power.domain.reservation.SiteBook;
import dev.emplace.power.domain.reservation.SiteView;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the sites show of themselves, as this replica sees them. Their names come from operators, never from callers. */
@Singleton
class SiteMetrics {
    private final SiteBook book;
    private final LastLook look;
    private final MultiGauge revisions;
    private final MultiGauge rated;
    private final MultiGauge reserved;
    private final MultiGauge free;
    private final MultiGauge reservations;
    private List<String> shown = List.of();

    SiteMetrics(MeterRegistry registry, SiteBook book) {
        this.book = book;
        this.look = new LastLook(
                registry, "emplace.sites.checked.age", "Time since this replica last looked for changes of sites");
        this.revisions = MultiGauge.builder("emplace.site.revision")
                .description("Revision of a site that this replica sees")
                .register(registry);
        this.rated = watts(registry, "rated", "IT load that a site carries under any single failure");
        this.reserved = watts(registry, "reserved", "IT load that is held at a site now");
        this.free =
                watts(registry, "free", "IT load that may be added at a site, now and beside what is held for later");
        this.reservations = MultiGauge.builder("emplace.site.reservations")
                .description("Reservations that hold capacity, by state")
                .register(registry);
    }

    private static MultiGauge watts(MeterRegistry registry, String what, String description) {
        return MultiGauge.builder("emplace.site." + what)
                .description(description)
                .baseUnit("watts")
                .register(registry);
    }

    /** Takes up sites that are new; those that are shown already are read when they are asked for. */
    void show() {
        look.succeeded();
        List<String> sites =
                book.sites().stream().map(view -> view.site().name()).toList();
        if (!sites.equals(shown)) {
            revisions.register(rows(sites, SiteView::revision), true);
            rated.register(rows(sites, view -> view.capacity().rated()), true);
            reserved.register(rows(sites, view -> view.capacity().reserved()), true);
            free.register(rows(sites, view -> view.capacity().free()), true);
            reservations.register(
                    sites.stream()
                            .flatMap(site -> Arrays.stream(ReservationState.values())
                                    .filter(ReservationState::isLive)
                                    .<Row<?>>map(state -> row(
                                            Tags.of("site", site, "state", state.name()),
                                            site,
                                            view -> view.count(state))))
                            .toList(),
                    true);
            shown = sites;
        }
    }

    private List<Row<?>> rows(List<String> sites, ToDoubleFunction<SiteView> value) {
        return sites.stream()
                .<Row<?>>map(site -> row(Tags.of("site", site), site, value))
                .toList();
    }

    private Row<?> row(Tags tags, String site, ToDoubleFunction<SiteView> value) {
        return Row.of(tags, () -> value.applyAsDouble(book.site(site)));
    }
}
