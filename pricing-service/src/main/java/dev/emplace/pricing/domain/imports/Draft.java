package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.AbsenceReason;
import dev.emplace.pricing.domain.offers.Commitment;
import dev.emplace.pricing.domain.offers.Instance;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.domain.offers.PriceFlag;
import dev.emplace.pricing.domain.offers.Reading;
import dev.emplace.pricing.domain.offers.Source;
import dev.emplace.pricing.domain.places.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The offer that a row becomes, as far as it is known while the row is judged. */
final class Draft {

    private final Feed feed;
    private final ObservedRow row;
    private final String id;
    private final String fingerprint;
    private final Optional<Offer> standing;
    private final List<PriceFlag> flags = new ArrayList<>();
    private @Nullable Region region;
    private @Nullable Instance instance;
    private @Nullable StatedPrice price;

    Draft(Feed feed, ObservedRow row, String id, String fingerprint, Optional<Offer> standing) {
        this.feed = feed;
        this.row = row;
        this.id = id;
        this.fingerprint = fingerprint;
        this.standing = standing;
    }

    String id() {
        return id;
    }

    Instance instance() {
        return Objects.requireNonNull(instance);
    }

    void machine(Region place, Instance machine, boolean repaired) {
        region = place;
        instance = machine;
        if (repaired) {
            flags.add(PriceFlag.UNIT_REPAIRED);
        }
    }

    void price(StatedPrice stated) {
        price = stated;
        if (stated.isRounded()) {
            flags.add(PriceFlag.ROUNDED);
        }
    }

    Verdict absent(AbsenceReason reason) {
        return new Verdict.Publish(
                row, offer(new Price.Absent(reason, "the source leaves the price blank"), Optional.empty()));
    }

    Verdict published(List<PriceFlag> more, boolean released) {
        flags.addAll(more);
        if (released) {
            flags.add(PriceFlag.RELEASED);
        }
        return new Verdict.Publish(row, priced());
    }

    Verdict quarantined(Rules.Finding finding) {
        return new Verdict.Quarantine(
                row,
                fingerprint,
                finding.reason(),
                finding.note(),
                price == null || instance == null ? Optional.empty() : Optional.of(priced()),
                standing);
    }

    private Offer priced() {
        var stated = Objects.requireNonNull(price);
        return offer(
                new Price.Hourly(new Money(row.currency(), stated.money())),
                stated.isRounded() ? Optional.of(stated.text()) : Optional.empty());
    }

    private Offer offer(Price what, Optional<String> text) {
        return new Offer(
                id,
                Objects.requireNonNull(region),
                row.zone(),
                instance(),
                row.model(),
                row.term()
                        .map(term -> new Commitment(
                                term,
                                Money.rounded(row.currency(), row.conditions().upfront()),
                                row.conditions().dates())),
                row.conditions().minimumInstances(),
                what,
                feed.basis(),
                new Source(feed.document(), feed.observed(), new Reading(feed.authority(), flags, text)),
                Optional.empty());
    }
}
