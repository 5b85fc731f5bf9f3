package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.catalog.PriceBook;
import dev.emplace.pricing.domain.catalog.PriceFeed;
import dev.emplace.pricing.domain.catalog.Publication;
import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.sheets.PublicSourceException;
import dev.emplace.pricing.domain.sheets.Sharing;
import dev.emplace.pricing.domain.sheets.Sheet;
import dev.emplace.pricing.domain.sheets.SheetBook;
import dev.emplace.pricing.domain.sheets.SheetOfAnotherException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Imports the rows of one source: all of what is plausible at once, or nothing. */
public final class Importer {

    /** One import that loses more than this share of its source's offers is held as a whole. */
    private static final int MOST_LOST_PERCENT = 20;

    /** What is left out because it has ended, in the report. */
    private static final String OVER = "ended by then";

    private final PriceBook book;
    private final ImportLog log;
    private final SheetBook sheets;
    private final Reference reference;
    private final Shapes shapes;

    public Importer(PriceBook book, ImportLog log, SheetBook sheets, Reference reference, Shapes shapes) {
        this.book = book;
        this.log = log;
        this.sheets = sheets;
        this.reference = reference;
        this.shapes = shapes;
    }

    /**
     * Judges all rows, publishes what is plausible, and writes down what is not.
     *
     * @param leftOut what the format left out knowingly
     * @throws ImportRunningException where the source is being imported already
     * @throws RequestIdReusedException where the request came before with another body
     */
    public ImportRecord run(Order order, List<ObservedRow> rows, Map<String, Long> leftOut) {
        var source = order.feed().name();
        try (var lease = log.lease(source)) {
            var now = lease.time();
            var sheet = sheetOf(source, order.sharing());
            var answered = log.answered(order.request());
            if (answered.isPresent()) {
                return answered.get();
            }
            var dated = order.notAfter(now);
            var lasting =
                    rows.stream().filter(row -> !row.isOver(dated.observed())).toList();
            return judged(sheet.isPresent() ? dated.contracted() : dated, sheet, lasting)
                    .finish(and(leftOut, rows.size() - lasting.size()), lease);
        }
    }

    private static Map<String, Long> and(Map<String, Long> leftOut, long over) {
        if (over == 0) {
            return leftOut;
        }
        var all = new HashMap<>(leftOut);
        all.merge(OVER, over, Long::sum);
        return all;
    }

    /**
     * The contracted sheet that a source is once it is imported; empty for one that everybody sees.
     *
     * @throws SheetOfAnotherException where it is one that the importer may not touch
     * @throws PublicSourceException where it has been public
     */
    public Optional<Sheet> sheetOf(String source, Sharing sharing) {
        var known = sheets.all().of(source);
        boolean named = known.isEmpty() && !sharing.readers().isEmpty();
        return sharing.of(source, known, named && sheets.isPublic(source));
    }

    private Judged judged(Order order, Optional<Sheet> sheet, List<ObservedRow> rows) {
        var feed = order.feed();
        var decisions = log.decisions(feed.name());
        var standing = new Standing(feed.name(), book.read().offers());
        return new Judged(
                order,
                sheet,
                decisions,
                new Screening(feed, order.observed(), rows, reference, shapes, standing, decisions));
    }

    /** One pass over all verdicts, before anything is written. */
    private static Assessment assess(Screening screening, Map<String, Long> leftOut) {
        var tally = new Report.Tally();
        var quarantined = new ArrayList<Verdict.Quarantine>();
        var vanished = new HashSet<>(screening.standing().ownIds());
        int before = vanished.size();
        var digest = new ContentDigest();
        var statements = new Statements(screening.times());
        for (var verdict : screening) {
            tally.count(verdict);
            if (verdict instanceof Verdict.Quarantine quarantine) {
                quarantined.add(quarantine);
            }
            statements.note(verdict).ifPresent(offer -> {
                vanished.remove(offer.id());
                digest.add(offer, verdict.row());
            });
        }
        return new Assessment(tally.report(leftOut), quarantined, before, vanished.size(), digest.hex(), statements);
    }

    /** An import whose rows have been looked at, and can be judged. */
    private final class Judged {

        private final Order order;
        private final Optional<Sheet> sheet;
        private final Decisions decisions;
        private final Screening screening;

        Judged(Order order, Optional<Sheet> sheet, Decisions decisions, Screening screening) {
            this.order = order;
            this.sheet = sheet;
            this.decisions = decisions;
            this.screening = screening;
        }

        ImportRecord finish(Map<String, Long> leftOut, ImportLog.Lease lease) {
            var assessment = assess(screening, leftOut);
            if (order.validateOnly()) {
                return ended(Outcome.VALIDATED, Publication.ofNothing(book.revision()), assessment, lease.time());
            }
            if (assessment.losesTooMuch() && !order.acceptLoss()) {
                var nothing = Publication.ofNothing(book.revision());
                return log.record(ended(Outcome.HELD, nothing, assessment, lease.time()), order, decisions, List.of());
            }
            // Judging takes a while; whoever has lost the lease meanwhile must not publish over another.
            var time = lease.time();
            var publication = book.publish(
                    new PriceFeed(order.feed().name(), 0, assessment.digest(), Optional.of(order.observed()), sheet),
                    assessment.statements().of(screening));
            var outcome = publication.changes() == 0 ? Outcome.UNCHANGED : Outcome.PUBLISHED;
            return log.record(
                    ended(outcome, publication, assessment, time), order, decisions, assessment.quarantined());
        }

        private ImportRecord ended(Outcome outcome, Publication publication, Assessment assessment, Instant time) {
            return new ImportRecord(
                    0,
                    order.feed().name(),
                    order.format(),
                    order.feed().document(),
                    order.observed(),
                    time,
                    order.bytes(),
                    order.caller(),
                    outcome,
                    publication,
                    assessment.lost(),
                    assessment.report());
        }
    }

    /**
     * What an import would do.
     *
     * @param before how many offers the source has published
     * @param lost how many of those are no longer in it
     */
    private record Assessment(
            Report report,
            List<Verdict.Quarantine> quarantined,
            int before,
            int lost,
            String digest,
            Statements statements) {
        boolean losesTooMuch() {
            return (long) lost * 100 > (long) before * MOST_LOST_PERCENT;
        }
    }
}
