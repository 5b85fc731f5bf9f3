package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.catalog.PriceBook;
import dev.emplace.pricing.domain.catalog.PriceFeed;
import dev.emplace.pricing.domain.catalog.Publication;
import dev.emplace.pricing.domain.catalog.Reference;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Imports the rows of one source: all of what is plausible at once, or nothing. */
public final class Importer {

    /** One import that loses more than this share of its source's offers is held as a whole. */
    private static final int MOST_LOST_PERCENT = 20;

    private final PriceBook book;
    private final ImportLog log;
    private final Reference reference;
    private final Shapes shapes;
    private final Clock clock;

    public Importer(PriceBook book, ImportLog log, Reference reference, Shapes shapes, Clock clock) {
        this.book = book;
        this.log = log;
        this.reference = reference;
        this.shapes = shapes;
        this.clock = clock;
    }

    /**
     * Judges all rows, publishes what is plausible, and writes down what is not.
     *
     * @param leftOut what the format left out knowingly
     * @throws ImportRunningException where the source is being imported already
     * @throws RequestIdReusedException where the request came before with another body
     */
    public ImportRecord run(Order order, List<ObservedRow> rows, Map<String, Long> leftOut) {
        var feed = order.feed();
        try (var lease = log.lease(feed.name())) {
            lease.requireHeld();
            var answered = log.answered(order.request());
            if (answered.isPresent()) {
                return answered.get();
            }
            var standing = new Standing(feed.name(), book.read().offers());
            var screening = new Screening(feed, rows, reference, shapes, standing, log.decisions(feed.name()));
            return finish(order, assess(screening, leftOut), screening);
        }
    }

    private ImportRecord finish(Order order, Assessment assessment, Screening screening) {
        if (order.validateOnly()) {
            return record(order, Outcome.VALIDATED, Publication.ofNothing(book.revision()), assessment);
        }
        if (assessment.losesTooMuch() && !order.acceptLoss()) {
            var held = record(order, Outcome.HELD, Publication.ofNothing(book.revision()), assessment);
            return log.record(held, order.request(), List.of());
        }
        var publication = book.publish(
                new PriceFeed(order.feed().name(), 0, assessment.digest(), Optional.of(order.observed())),
                Statements.of(screening, order.observed()));
        var outcome = publication.changes() == 0 ? Outcome.UNCHANGED : Outcome.PUBLISHED;
        return log.record(record(order, outcome, publication, assessment), order.request(), assessment.quarantined());
    }

    private ImportRecord record(Order order, Outcome outcome, Publication publication, Assessment assessment) {
        return new ImportRecord(
                0,
                order.feed().name(),
                order.format(),
                order.feed().document(),
                order.observed(),
                clock.instant(),
                order.bytes(),
                order.caller(),
                outcome,
                publication,
                assessment.lost(),
                assessment.report());
    }

    /** One pass over all verdicts, before anything is written. */
    private static Assessment assess(Screening screening, Map<String, Long> leftOut) {
        var tally = new Report.Tally();
        var quarantined = new ArrayList<Verdict.Quarantine>();
        var vanished = new HashSet<>(screening.standing().ownIds());
        int before = vanished.size();
        var digest = new ContentDigest();
        for (var verdict : screening) {
            tally.count(verdict);
            if (verdict instanceof Verdict.Quarantine quarantine) {
                quarantined.add(quarantine);
            }
            Statements.offer(verdict).ifPresent(offer -> {
                vanished.remove(offer.id());
                digest.add(offer, verdict.row());
            });
        }
        return new Assessment(tally.report(leftOut), quarantined, before, vanished.size(), digest.hex());
    }

    /**
     * What an import would do.
     *
     * @param before how many offers the source has published
     * @param lost how many of those are no longer in it
     */
    private record Assessment(
            Report report, List<Verdict.Quarantine> quarantined, int before, int lost, String digest) {
        boolean losesTooMuch() {
            return (long) lost * 100 > (long) before * MOST_LOST_PERCENT;
        }
    }
}
