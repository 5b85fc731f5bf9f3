package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.latency.Latencies;
import dev.emplace.workload.domain.latency.Latency;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.reading.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges every quote: what breaks a constraint is rejected, the rest is ranked. */
record Judging(Policy policy, Reading reading, PlanRequest request, Sizing sizing, Term term, Power power) {

    Verdicts of(Prices.Quotes quotes) {
        Usual usual = Usual.of(reading, policy);
        HardConstraints hard = new HardConstraints(policy, request, usual);
        Transport transport = Transport.of(reading.workload().surroundings(), policy);
        Scoring scoring = new Scoring(policy, power, usual, request, transport);
        Rejections rejections = new Rejections(sizing.rejections());
        List<Placement> feasible = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Prices.Quote quote : quotes.quotes()) {
            // The same offer may answer the narrowed request and the open one.
            if (seen.add(quote.offer())) {
                Candidate candidate = candidate(quote, transport);
                List<Failure> failures = hard.failures(candidate);
                if (failures.isEmpty()) {
                    feasible.add(scoring.placement(candidate));
                } else {
                    rejections.add(new Rejected(candidate, failures));
                }
            }
        }
        feasible.sort(Scoring.order(
                request, List.copyOf(feasible), reading.workload().needs().latencyObjective()));
        return new Verdicts(feasible, rejections, usual, transport, term, request, unused(quotes));
    }

    private List<Quota> unused(Prices.Quotes quotes) {
        return request.constraints().quotas().stream()
                .filter(quota -> quotes.quotes().stream().noneMatch(quota::concerns))
                .toList();
    }

    private Candidate candidate(Prices.Quote quote, Transport transport) {
        Footprint footprint = sizing.footprints().stream()
                .filter(f -> f.accelerator().name().equals(quote.accelerator().name()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("a quote for " + quote.accelerator() + " was not asked for"));
        return new Candidate(
                reading,
                quote,
                footprint,
                sizing.wish(),
                latency(footprint),
                power.answer().of(quote.site(), quote.accelerator().name()),
                term,
                Cost.of(quote, transport, term),
                Completion.of(request.schedule(), reading.classification().workloadClass(), term, quote));
    }

    private Optional<Latency> latency(Footprint footprint) {
        Optional<Latency> measured =
                reading.workload().needs().computeLatency().map(stated -> Latency.measured(stated.toNanos() / 1e6));
        boolean answers = !reading.classification().workloadClass().worksOff();
        return measured.or(() -> sizing.shape()
                .filter(shape -> answers)
                .flatMap(shape -> new Latencies(policy.latency())
                        .of(reading.workload().needs(), shape, footprint.accelerator(), footprint.perReplica())));
    }
}
