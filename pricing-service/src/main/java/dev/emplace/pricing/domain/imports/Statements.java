package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.catalog.Statement;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.PriceFlag;
import dev.emplace.pricing.domain.offers.Source;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What a source is published to say: what is plausible, and what stood before of what is not. */
final class Statements {

    private Statements() {}

    static Iterator<Statement> of(Screening screening, Instant observed) {
        Set<String> held = new HashSet<>();
        return StreamSupport.stream(screening.spliterator(), false)
                .filter(verdict -> isNews(verdict, held))
                .flatMap(verdict ->
                        offer(verdict)
                                .map(offer -> new Statement(offer, from(verdict, observed), Optional.empty()))
                                .stream())
                .iterator();
    }

    /** Empty for what is not published. */
    static Optional<Offer> offer(Verdict verdict) {
        if (verdict instanceof Verdict.Publish publish) {
            return Optional.of(publish.offer());
        }
        if (verdict instanceof Verdict.Quarantine quarantine && quarantine.reason() != QuarantineReason.CONTRADICTION) {
            return quarantine.standing().map(Statements::held);
        }
        return verdict instanceof Verdict.Rejected rejected ? rejected.standing() : Optional.empty();
    }

    /** Each thing once: what is held may stand in a file several times, or beside a row that is published. */
    private static boolean isNews(Verdict verdict, Set<String> said) {
        return offer(verdict).map(offer -> said.add(offer.id())).orElse(false);
    }

    private static Instant from(Verdict verdict, Instant observed) {
        return verdict instanceof Verdict.Publish publish ? publish.row().from().orElse(observed) : observed;
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
