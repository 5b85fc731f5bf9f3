package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.capacity.LoadState;
import dev.emplace.power.domain.capacity.Plant;
import dev.emplace.power.domain.facility.Facility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A site as of one revision, for readers: nothing in it changes. */
public final class SiteView {
    private final Site site;
    private final Facility facility;
    private final Calendar calendar;
    private final long revision;
    private final Instant time;
    private final Optional<Instant> nextDue;

    SiteView(Ledger ledger, Facility facility, Journal.Head head) {
        this.site = ledger.site();
        this.facility = facility;
        this.calendar = ledger.calendar().copy();
        this.revision = head.token().revision();
        this.time = head.time();
        this.nextDue = ledger.nextDue();
    }

    public Site site() {
        return site;
    }

    public Facility facility() {
        return facility;
    }

    public long revision() {
        return revision;
    }

    Plant plant() {
        return calendar.plant();
    }

    /** When a reservation next ends by itself. */
    Optional<Instant> nextDue() {
        return nextDue;
    }

    /** Copies of the states that a load over that window must fit in, for the caller to fill. */
    List<LoadState> statesOver(Window window) {
        Span span = window.at(time);
        return calendar.copy().over(span);
    }
}
