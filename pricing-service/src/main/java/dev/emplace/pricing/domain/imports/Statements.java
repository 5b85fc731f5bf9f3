package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.catalog.Statement;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.PriceFlag;
import dev.emplace.pricing.domain.offers.Source;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a source is published to say: what is plausible, and what stood before of what is not. Verdicts are noted first, all
 * of them, since a row that is held may stand before the one of the same offer that is published.
 */
final class Statements {

    private final Timetable times;
    private final Map<String, Offer> kept = new HashMap<>();

    /** When what is not published would have begun, of what would hold by now the last. */
    private final Map<String, Instant> missed = new HashMap<>();

    /** Until when what is not published is sold, of several the last; what has no end is for ever. */
    private final Map<String, Instant> ends = new HashMap<>();

    private final Map<String, NavigableSet<Instant>> starts = new HashMap<>();

    Statements(Timetable times) {
        this.times = times;
    }

    /** The offer that a verdict adds to the catalog or keeps there; empty for one that does neither. */
    Optional<Offer> note(Verdict verdict) {
        if (verdict instanceof Verdict.Publish publish) {
            var id = publish.offer().id();
            if (times.hasSeveral(id)) {
                starts.computeIfAbsent(id, any -> new TreeSet<>()).add(times.from(publish.row()));
            }
            return Optional.of(publish.offer());
        }
        var standing = kept(verdict);
        standing.ifPresent(offer -> {
            kept.putIfAbsent(offer.id(), offer);
            var end = times.until(verdict.row(), Optional.empty()).orElse(Instant.MAX);
            ends.merge(offer.id(), end, (one, two) -> one.isAfter(two) ? one : two);
            var from = times.from(verdict.row());
            if (!from.isAfter(times.observed())) {
                missed.merge(offer.id(), from, (one, two) -> one.isAfter(two) ? one : two);
            }
        });
        return standing;
    }

    /** Of the verdicts that were noted. What is kept comes last: only then is it known what is published in its place. */
    Iterator<Statement> of(Iterable<Verdict> verdicts) {
        var remaining = new HashMap<String, Statement>();
        kept.forEach((id, offer) -> remaining.put(id, new Statement(offer, times.observed(), end(id))));
        var published = StreamSupport.stream(verdicts.spliterator(), false)
                .filter(Verdict.Publish.class::isInstance)
                .map(verdict -> inPlaceOf(remaining, statement((Verdict.Publish) verdict)));
        return Stream.concat(published, Stream.of(remaining).flatMap(rest -> rest.values().stream()))
                .iterator();
    }

    /** A price that its source says will end, or a block, is not to outlive that because its new price waits. */
    private Optional<Instant> end(String id) {
        return Optional.ofNullable(ends.get(id))
                .filter(end -> end.isBefore(Instant.MAX) && end.isAfter(times.observed()));
    }

    private Statement statement(Verdict.Publish publish) {
        var offer = publish.offer();
        var from = times.from(publish.row());
        var next = times.until(
                publish.row(), Optional.ofNullable(starts.get(offer.id())).map(all -> all.higher(from)));
        return new Statement(
                offer,
                from,
                isOvertaken(offer.id(), from)
                        ? next.filter(times.observed()::isAfter).or(() -> Optional.of(times.observed()))
                        : next);
    }

    /** Whether a row that is not published holds by now instead: then what stood before stands, not an older price. */
    private boolean isOvertaken(String id, Instant from) {
        return Optional.ofNullable(missed.get(id)).filter(from::isBefore).isPresent();
    }

    /** What is kept ends where a published price begins; where that has begun already, nothing is kept. */
    private Statement inPlaceOf(Map<String, Statement> remaining, Statement published) {
        var from = published.from();
        remaining.computeIfPresent(published.offer().id(), (id, kept) -> {
            if (isOvertaken(id, from)) {
                return kept;
            }
            if (!from.isAfter(kept.from())) {
                return null;
            }
            boolean endsBefore =
                    kept.until().filter(until -> until.isBefore(from)).isPresent();
            return endsBefore ? kept : new Statement(kept.offer(), kept.from(), Optional.of(from));
        });
        return published;
    }

    private static Optional<Offer> kept(Verdict verdict) {
        if (verdict instanceof Verdict.Quarantine quarantine) {
            return quarantine.standing().map(Statements::held);
        }
        return verdict instanceof Verdict.Rejected rejected ? rejected.standing() : Optional.empty();
    }

    private static Offer held(Offer standing) {
        var source = standing.source();
        return new Offer(
                standing.id(),
                standing.region(),
                standing.zone(),
                standing.instance(),
                standing.model(),
                standing.commitment(),
                standing.minimumInstances(),
                standing.price(),
                standing.basis(),
                new Source(
                        source.document(), source.observed(), source.reading().with(List.of(PriceFlag.HELD))),
                standing.ownership());
    }
}
