package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.topology.Comparison;
import dev.emplace.power.domain.topology.Difference;
import dev.emplace.power.domain.topology.Finding;
import dev.emplace.power.domain.topology.InvalidTopologyException;
import dev.emplace.power.domain.topology.Topology;
import dev.emplace.power.domain.topology.TopologyReview;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether a site may become what a topology says. */
final class TopologyDecider {
    private final TopologyReview review;
    private final String site;
    private final @Nullable Ledger ledger;

    /** @param ledger absent for a site that has never been applied */
    TopologyDecider(TopologyReview review, String site, @Nullable Ledger ledger) {
        this.review = review;
        this.site = site;
        this.ledger = ledger;
    }

    Change.OfSite decide(Command.Apply command, Instant now, Token token) {
        Optional<Site> before = Optional.ofNullable(ledger).map(Ledger::site);
        EtagMismatchException.check(
                command.etag(), before.map(known -> known.token().etag()).orElse("none: the site does not exist"));
        List<String> warnings = check(command.topology());
        List<String> broken = broken(command.topology(), now);
        if (!broken.isEmpty() && command.forceReason().isEmpty()) {
            throw new BrokenReservationsException(site, broken);
        }
        List<Difference> differences = Comparison.between(before.map(Site::topology), command.topology());
        Site after = before.filter(known -> differences.isEmpty())
                .orElseGet(() -> new Site(
                        site,
                        command.topology(),
                        token,
                        before.map(Site::created).orElse(now),
                        now));
        return new Change.OfSite(
                after,
                differences,
                warnings,
                broken,
                curtailed(command.topology(), broken, now),
                command.forceReason());
    }

    private List<String> check(Topology topology) {
        List<Finding> findings = review.review(topology);
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            throw new InvalidTopologyException(errors);
        }
        return findings.stream()
                .map(finding -> finding.field() + ": " + finding.message())
                .toList();
    }

    private List<String> broken(Topology topology, Instant now) {
        return new Refit(topology.with(topology.schedule().uncurtailed()), now).broken(live());
    }

    /** A curtailment is no choice of ours: what it takes away is told and not refused. The first to shed comes first. */
    private List<String> curtailed(Topology topology, List<String> broken, Instant now) {
        if (topology.schedule().curtailments().isEmpty()) {
            return List.of();
        }
        List<String> curtailed = new ArrayList<>(new Refit(topology, now).broken(live()));
        curtailed.removeAll(broken);
        Collections.reverse(curtailed);
        return curtailed;
    }

    private Collection<Reservation> live() {
        return ledger == null ? List.of() : ledger.live();
    }
}
