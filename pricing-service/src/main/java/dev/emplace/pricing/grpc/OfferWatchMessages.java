package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.OfferChangeKind;
import dev.emplace.api.pricing.v1.WatchOffersResponse;
import dev.emplace.platform.watch.Entry;
import dev.emplace.platform.watch.Position;
import dev.emplace.platform.watch.WatchMessages;
import dev.emplace.pricing.domain.catalog.OfferChange;
import dev.emplace.pricing.domain.catalog.OfferVersion;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.search.Requirement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Predicate;

/**
 * Changes of offers as one watch shows them.
 *
 * @param requirement which offers it is about, before the change or after it
 * @param minimumPercent by which a price must change to be told, of what it was
 * @param shown what the caller may see
 */
record OfferWatchMessages(
        OfferGallery gallery,
        SharedAnswers answers,
        Requirement requirement,
        BigDecimal minimumPercent,
        Predicate<Offer> shown)
        implements WatchMessages<OfferChange, WatchOffersResponse> {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public List<Entry<OfferChange>> select(List<Entry<OfferChange>> changes) {
        return changes.stream().filter(entry -> isTold(entry.change())).toList();
    }

    @Override
    public WatchOffersResponse message(List<Entry<OfferChange>> changes, Position next, long revision) {
        if (changes.isEmpty()) {
            return made(changes, next, revision);
        }
        var positions = changes.stream().map(Entry::position).toList();
        return answers.of(
                new SharedAnswers.Told(requirement, positions, next, revision), () -> made(changes, next, revision));
    }

    private WatchOffersResponse made(List<Entry<OfferChange>> changes, Position next, long revision) {
        var message = WatchOffersResponse.newBuilder()
                .setRevision(revision)
                .setNextRevision(next.revision())
                .setNextIndex(next.index());
        changes.forEach(entry -> message.addChanges(message(entry)));
        return message.build();
    }

    private boolean isTold(OfferChange change) {
        if (change.version().map(OfferVersion::offer).filter(shown).isEmpty()) {
            return false;
        }
        var before = change.previous().filter(requirement::admits);
        var after = change.current().filter(requirement::admits);
        if (before.isEmpty() || after.isEmpty()) {
            return before.isPresent() != after.isPresent();
        }
        return isLarge(before.get(), after.get());
    }

    /** A price that appears or goes away, or changes its currency, is told whatever its size. */
    private boolean isLarge(Offer before, Offer after) {
        var old = before.hourlyPrice();
        var current = after.hourlyPrice();
        if (minimumPercent.signum() == 0 || old.isEmpty() != current.isEmpty()) {
            return true;
        }
        if (old.isEmpty() || current.isEmpty()) {
            return false;
        }
        return !old.get().currency().equals(current.get().currency())
                || percent(old.get(), current.get()).compareTo(minimumPercent) >= 0;
    }

    private static BigDecimal percent(Money old, Money current) {
        return current.amount()
                .subtract(old.amount())
                .abs()
                .multiply(HUNDRED)
                .divide(old.amount(), MathContext.DECIMAL64);
    }

    private dev.emplace.api.pricing.v1.OfferChange message(Entry<OfferChange> entry) {
        var change = entry.change();
        var version = change.version().orElseThrow();
        var message = dev.emplace.api.pricing.v1.OfferChange.newBuilder()
                .setKind(kind(change))
                .setOffer(gallery.message(version.offer()))
                .setRevision(entry.position().revision())
                .setIndex(entry.position().index())
                .setPublishTime(Instants.message(version.published()))
                .setStartTime(Instants.message(version.from()));
        version.until().map(Instants::message).ifPresent(message::setEndTime);
        change.previous().flatMap(Offer::hourlyPrice).map(Amounts::message).ifPresent(message::setPreviousUnitPrice);
        return message.build();
    }

    private OfferChangeKind kind(OfferChange change) {
        if (change.current().filter(requirement::admits).isEmpty()) {
            return OfferChangeKind.OFFER_CHANGE_KIND_REMOVED;
        }
        return change.previous().filter(requirement::admits).isPresent()
                ? OfferChangeKind.OFFER_CHANGE_KIND_CHANGED
                : OfferChangeKind.OFFER_CHANGE_KIND_ADDED;
    }
}
