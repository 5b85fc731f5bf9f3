package dev.emplace.power.config;

import dev.emplace.platform.watch.OpenWatches;
import dev.emplace.platform.watch.WatchConfig;
import dev.emplace.power.domain.draw.DrawModel;
import dev.emplace.power.domain.draw.DrawTable;
import dev.emplace.power.domain.metering.Meters;
import dev.emplace.power.domain.reservation.Archive;
import dev.emplace.power.domain.reservation.Assessor;
import dev.emplace.power.domain.reservation.Journal;
import dev.emplace.power.domain.reservation.Metering;
import dev.emplace.power.domain.reservation.Nearest;
import dev.emplace.power.domain.reservation.Reservations;
import dev.emplace.power.domain.reservation.SiteBook;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the domain together: plain objects, which know nothing of the container. */
final class Wiring {
    @Produces
    @Singleton
    DrawModel draws() {
        return new DrawModel(DrawTable.shipped());
    }

    @Produces
    @Singleton
    SiteBook book(
            Journal journal, DrawModel draws, LedgerThreads threads, MeterRegistry registry, OpenWatches watches) {
        return new SiteBook(new MeasuredJournal(journal, registry), draws, threads.writers(), watches::news);
    }

    @Produces
    @Singleton
    OpenWatches watches(WatchConfig config) {
        return new OpenWatches(config);
    }

    void close(@Disposes OpenWatches watches) {
        watches.close();
    }

    @Produces
    @Singleton
    Assessor assessor(DrawModel draws) {
        return new Assessor(draws);
    }

    @Produces
    @Singleton
    Metering metering(SiteBook book, Archive archive, Meters meters, DrawModel draws) {
        return new Metering(book, archive, meters, draws);
    }

    @Produces
    @Singleton
    Reservations reservations(SiteBook book, Archive archive, Assessor assessor) {
        return new Reservations(book, archive, new Nearest(book, assessor));
    }
}
