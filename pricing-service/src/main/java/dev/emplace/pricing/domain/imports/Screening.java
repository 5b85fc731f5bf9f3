package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.offers.PriceBasis;
import dev.emplace.pricing.domain.places.Partition;
import dev.emplace.pricing.domain.places.Region;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Judges the rows of one import, each beside all others and beside what the catalog says. Verdicts are made as they are
 * asked for, since there may be a million; asked again they are the same.
 */
public final class Screening implements Iterable<Verdict> {

    private final Feed feed;
    private final List<ObservedRow> rows;
    private final Reference reference;
    private final Shapes shapes;
    private final Standing standing;
    private final Decisions decisions;
    private final Timetable times;
    private final Rules rules;

    /**
     * Looks at all rows, and judges none yet.
     *
     * @param observed since when a row holds that does not say it itself
     */
    public Screening(
            Feed feed,
            Instant observed,
            List<ObservedRow> rows,
            Reference reference,
            Shapes shapes,
            Standing standing,
            Decisions decisions) {
        this.feed = feed;
        this.rows = rows;
        this.reference = reference;
        this.shapes = shapes;
        this.standing = standing;
        this.decisions = decisions;
        this.times = new Timetable(feed.name(), observed, rows, decisions);
        var peers = new Peers(standing);
        rows.forEach(row -> sample(row, peers));
        this.rules = new Rules(peers, standing, shapes, feed.basis() == PriceBasis.CONTRACTED);
    }

    @Override
    public Iterator<Verdict> iterator() {
        var seen = new Repetitions(times);
        return rows.stream().map(row -> judge(row, seen)).iterator();
    }

    Standing standing() {
        return standing;
    }

    Timetable times() {
        return times;
    }

    /** What is no price of a known thing in dollars must not decide what is usual. */
    private void sample(ObservedRow row, Peers peers) {
        if (place(row).isEmpty() && row.price().isPresent()) {
            StatedPrice.of(row.price().get())
                    .filter(price -> !price.isNegative() && !price.isZero() && !price.isSentinel())
                    .ifPresent(price -> {
                        if (shapes.of(row) instanceof Shape.Known known) {
                            peers.add(row, known.instance(), row.whole(price.money()));
                        }
                    });
        }
    }

    private Verdict judge(ObservedRow row, Repetitions seen) {
        var id = row.offerId(feed.name());
        var fingerprint = Fingerprint.of(feed.name(), row);
        if (decisions.rejected().contains(fingerprint)) {
            return new Verdict.Rejected(row, standing.own(id));
        }
        var drafting = new Draft(feed, row, id, fingerprint, standing.own(id));
        var misplaced = place(row);
        if (misplaced.isPresent()) {
            return drafting.quarantined(misplaced.get());
        }
        return shaped(row, drafting, seen, decisions.released().contains(fingerprint));
    }

    private Verdict shaped(ObservedRow row, Draft draft, Repetitions seen, boolean released) {
        var region = region(row).orElseThrow();
        var shape = shapes.of(row);
        if (shape instanceof Shape.Unknown unknown) {
            return draft.quarantined(new Rules.Finding(unknown.reason(), unknown.note()));
        }
        if (shape instanceof Shape.Disputed disputed) {
            draft.machine(region, disputed.instance(), false);
            return priced(row, draft, seen, released, Optional.of(disputed.note()));
        }
        var known = (Shape.Known) shape;
        draft.machine(region, known.instance(), known.repaired());
        return priced(row, draft, seen, released, Optional.empty());
    }

    /** What is no price at all comes before what a publisher may release: that would be published with its price. */
    private Verdict priced(
            ObservedRow row, Draft draft, Repetitions seen, boolean released, Optional<String> conflict) {
        var stated = row.price().flatMap(StatedPrice::of);
        var fault = row.price().flatMap(text -> amiss(text, stated));
        if (fault.isPresent()) {
            return draft.quarantined(fault.get());
        }
        stated.ifPresent(draft::price);
        if (conflict.isPresent() && !released) {
            return draft.quarantined(new Rules.Finding(QuarantineReason.ACCELERATOR_CONFLICT, conflict.get()));
        }
        return stated.isPresent() ? plausible(row, draft, seen, released, stated.get()) : blank(row, draft, seen);
    }

    private Verdict blank(ObservedRow row, Draft draft, Repetitions seen) {
        var slot = times.slot(draft.id(), row);
        return !times.isPricedElsewhere(slot) && seen.isFirst(slot, "")
                ? draft.absent(shapes.whyNotOnDemand(row.provider(), row.instanceType()))
                : new Verdict.Repeated(row);
    }

    private Verdict plausible(ObservedRow row, Draft draft, Repetitions seen, boolean released, StatedPrice price) {
        var implausible = price.isSentinel()
                ? Optional.of(
                        new Rules.Finding(QuarantineReason.SENTINEL, "a number that catalogs put where they know none"))
                : rules.fault(row, draft.instance(), price.money(), draft.id());
        if (implausible.isPresent() && !released) {
            return draft.quarantined(implausible.get());
        }
        var slot = times.slot(draft.id(), row);
        if (!seen.isFirst(slot, price.text())) {
            return seen.isSame(slot, price.text())
                    ? new Verdict.Repeated(row)
                    : draft.quarantined(new Rules.Finding(
                            QuarantineReason.CONTRADICTION, "stands at " + seen.first(slot) + " elsewhere"));
        }
        return draft.published(rules.flags(row, price.money(), draft.id()), released);
    }

    private static Optional<Rules.Finding> amiss(String text, Optional<StatedPrice> price) {
        if (text.equals(ObservedRow.HOST_ALONE)) {
            return Optional.of(new Rules.Finding(
                    QuarantineReason.HOST_ONLY, "the source does not say what its accelerators cost there"));
        }
        if (price.isEmpty()) {
            return Optional.of(new Rules.Finding(QuarantineReason.UNREADABLE_PRICE, "no plain number"));
        }
        if (price.get().isNegative()) {
            return Optional.of(new Rules.Finding(QuarantineReason.UNREADABLE_PRICE, "below zero"));
        }
        return price.get().isZero()
                ? Optional.of(new Rules.Finding(QuarantineReason.ZERO_PRICE, "zero is never a price"))
                : Optional.empty();
    }

    /** What is wrong with the place or the currency; empty where nothing is. */
    private Optional<Rules.Finding> place(ObservedRow row) {
        if (reference.providers().find(row.provider()).isEmpty()) {
            return Optional.of(new Rules.Finding(
                    QuarantineReason.UNKNOWN_PROVIDER, "the catalog has no provider '" + row.provider() + "'"));
        }
        var region = region(row);
        if (region.isEmpty()) {
            return Optional.of(new Rules.Finding(
                    QuarantineReason.UNKNOWN_REGION,
                    "the catalog has no region '" + row.provider() + "/" + row.region() + "'"));
        }
        if (!row.currency().equals("USD")) {
            return Optional.of(new Rules.Finding(
                    QuarantineReason.CURRENCY, "in " + row.currency() + "; only US dollars are published"));
        }
        return region.get().partition() == Partition.CHINA && !row.currencyStated()
                ? Optional.of(new Rules.Finding(
                        QuarantineReason.CURRENCY,
                        "a price in China, where prices are set in CNY, of a source that states no currency"))
                : Optional.empty();
    }

    private Optional<Region> region(ObservedRow row) {
        return reference.region(row.provider() + "/" + row.region());
    }
}
