package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.places.Partition;
import dev.emplace.pricing.domain.places.Region;
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
    private final Rules rules;

    public Screening(
            Feed feed,
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
        var peers = new Peers(standing.others());
        rows.forEach(row -> sample(row, peers));
        this.rules = new Rules(peers, standing, shapes);
    }

    @Override
    public Iterator<Verdict> iterator() {
        var seen = new Repetitions();
        return rows.stream().map(row -> judge(row, seen)).iterator();
    }

    Standing standing() {
        return standing;
    }

    /** What is no price of a known thing in dollars must not decide what is usual. */
    private void sample(ObservedRow row, Peers peers) {
        if (place(row).isEmpty() && row.price().isPresent()) {
            StatedPrice.of(row.price().get())
                    .filter(price -> !price.isNegative() && !price.isZero() && !price.isSentinel())
                    .ifPresent(price -> {
                        if (shapes.of(row) instanceof Shape.Known known) {
                            peers.add(row, known.instance(), price.money());
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
        return priced(row, drafting, seen, decisions.released().contains(fingerprint));
    }

    private Verdict priced(ObservedRow row, Draft draft, Repetitions seen, boolean released) {
        var region = region(row).orElseThrow();
        var shape = shapes.of(row);
        if (shape instanceof Shape.Unknown unknown) {
            return draft.quarantined(new Rules.Finding(unknown.reason(), unknown.note()));
        }
        if (shape instanceof Shape.Disputed disputed) {
            draft.machine(region, disputed.instance(), false);
            return released
                    ? once(row, draft, seen, true)
                    : draft.quarantined(new Rules.Finding(QuarantineReason.ACCELERATOR_CONFLICT, disputed.note()));
        }
        var known = (Shape.Known) shape;
        draft.machine(region, known.instance(), known.repaired());
        return once(row, draft, seen, released);
    }

    private Verdict once(ObservedRow row, Draft draft, Repetitions seen, boolean released) {
        if (row.price().isEmpty()) {
            var absent = draft.absent(shapes.whyNotOnDemand(row.provider(), row.instanceType()));
            return seen.isFirst(draft.id(), "") ? absent : new Verdict.Repeated(row);
        }
        var price = StatedPrice.of(row.price().get());
        if (row.price().get().equals(ObservedRow.HOST_ALONE)) {
            return draft.quarantined(new Rules.Finding(
                    QuarantineReason.HOST_ONLY, "the source does not say what its accelerators cost there"));
        }
        var fault = price.isEmpty()
                ? Optional.of(new Rules.Finding(QuarantineReason.UNREADABLE_PRICE, "no plain number"))
                : amiss(price.get());
        if (fault.isPresent()) {
            return draft.quarantined(fault.get());
        }
        draft.price(price.orElseThrow());
        var money = price.get().money();
        var implausible = price.get().isSentinel()
                ? Optional.of(
                        new Rules.Finding(QuarantineReason.SENTINEL, "a number that catalogs put where they know none"))
                : rules.fault(row, draft.instance(), money, draft.id());
        if (implausible.isPresent() && !released) {
            return draft.quarantined(implausible.get());
        }
        if (!seen.isFirst(draft.id(), row.price().get())) {
            return seen.isSame(draft.id(), row.price().get())
                    ? new Verdict.Repeated(row)
                    : draft.quarantined(new Rules.Finding(
                            QuarantineReason.CONTRADICTION, "stands at " + seen.first(draft.id()) + " further up"));
        }
        return draft.published(rules.flags(row, money, draft.id()), released && implausible.isPresent());
    }

    private static Optional<Rules.Finding> amiss(StatedPrice price) {
        if (price.isNegative()) {
            return Optional.of(new Rules.Finding(QuarantineReason.UNREADABLE_PRICE, "below zero"));
        }
        return price.isZero()
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
