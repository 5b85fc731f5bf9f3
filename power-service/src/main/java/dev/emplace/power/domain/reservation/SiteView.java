package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.capacity.ElementUse;
import dev.emplace.power.domain.capacity.LoadState;
import dev.emplace.power.domain.capacity.Plant;
import dev.emplace.power.domain.capacity.Stranded;
import dev.emplace.power.domain.facility.Facility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A site as of one revision, for readers. */
public final class SiteView {
    private final Site site;
    private final Facility facility;
    private final Calendar calendar;
    private final Token token;
    private final RecentTransitions recent;
    private final Instant time;
    private final Optional<Instant> nextDue;
    private final Map<ReservationState, Integer> counts;
    private final Quotas quotas;
    private final Map<String, Usage> usages;

    // Worked out when first asked for: most revisions are never asked.
    private volatile @Nullable SiteCapacity capacity;

    SiteView(Ledger ledger, Facility facility, Journal.Head head, RecentTransitions recent) {
        this.site = ledger.site();
        this.facility = facility;
        this.calendar = ledger.calendar().copy();
        this.token = head.token();
        this.recent = recent;
        this.time = head.time();
        this.nextDue = ledger.nextDue();
        this.counts = ledger.counts();
        this.quotas = ledger.quotas();
        this.usages = quotas.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Quota::tenant, quota -> ledger.tenants().sum(quota.tenant())));
    }

    public Site site() {
        return site;
    }

    public Facility facility() {
        return facility;
    }

    public long revision() {
        return token.revision();
    }

    /** The epoch now, and the revision. */
    public Token token() {
        return token;
    }

    /** The transitions from that revision on, as far as they are in memory: empty if the first of them is not. */
    public Optional<List<Transition>> recent(long first) {
        return recent.from(first);
    }

    public Quotas quotas() {
        return quotas;
    }

    /** What a tenant with a quota of its own holds, now and later. */
    public Usage usage(String tenant) {
        return usages.getOrDefault(tenant, Usage.NONE);
    }

    /** What the site carries, holds and has left. */
    public SiteCapacity capacity() {
        SiteCapacity known = capacity;
        if (known == null) {
            known = SiteCapacity.of(facility, statesOver(Window.FROM_NOW_ON));
            capacity = known;
        }
        return known;
    }

    /** How many reservations there are in a state in which they hold capacity. */
    public int count(ReservationState live) {
        return counts.getOrDefault(live, 0);
    }

    /** The database's time as of the revision. */
    Instant time() {
        return time;
    }

    public Plant plant() {
        return calendar.plant();
    }

    /** When a reservation next ends by itself. */
    Optional<Instant> nextDue() {
        return nextDue;
    }

    /** Whether any of that window is still to come. */
    public boolean isToCome(Window window) {
        Span span = window.at(time);
        return !span.endsBy(span.start());
    }

    /** What each node and unit carries now, and has left over that window. */
    public List<ElementUse> uses(Window window) {
        return ElementUse.of(statesOver(window));
    }

    /** What the racks of the site could still take and something above them does not let through. */
    public List<Stranded> stranded(Window window) {
        return Stranded.of(statesOver(window));
    }

    /** The calendar as of the revision, for reading only: other readers have it too. */
    Calendar calendar() {
        return calendar;
    }

    /** Copies of the states that a load over that window must fit in, for the caller to fill. */
    public List<LoadState> statesOver(Window window) {
        return calendar.copiesOver(window.at(time));
    }
}
