package dev.emplace.workload.domain.plan;

import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.reading.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says where a workload should run: sizes it, asks our sites for power and the catalog for prices, each in one call,
 * drops what breaks a constraint and ranks the rest.
 */
public final class Planner {
    /** The contracts of prices and power take no more in one demand. */
    static final int MOST_ACCELERATORS = 1_000_000;

    private final Policy policy;
    private final Prices prices;
    private final Capacity capacity;
    private final Sizer sizer;

    public Planner(Policy policy, Prices prices, Capacity capacity) {
        this.policy = policy;
        this.prices = prices;
        this.capacity = capacity;
        this.sizer = new Sizer(policy);
    }

    public Plan plan(Reading reading, PlanRequest request) {
        PlanDraft draft = new PlanDraft(
                reading,
                policy.version(),
                request.objective(),
                request.schedule().map(Schedule::start));
        WorkloadClass workloadClass = reading.classification().workloadClass();
        if (workloadClass == WorkloadClass.NOT_AI) {
            return draft.outOfScope();
        }
        if (workloadClass == WorkloadClass.UNDETERMINED) {
            return draft.needs(List.of(new MissingFact(
                    "activity",
                    reading.classification().question(),
                    "the evidence does not decide what this workload does; set activity, or what the question asks")));
        }
        List<MissingFact> missing = new ArrayList<>(missingPlace(reading));
        missing.addAll(missingDuration(reading, request));
        if (!missing.isEmpty()) {
            return draft.needs(missing);
        }
        Sizing sizing = sizer.size(reading, prices.accelerators(), request.constraints());
        if (!sizing.missing().isEmpty()) {
            return draft.needs(sizing.missing());
        }
        return ranked(draft, reading, request, sizing.within(MOST_ACCELERATORS));
    }

    /** A tight objective cannot be judged without knowing where the users are. */
    private List<MissingFact> missingPlace(Reading reading) {
        double farthest = policy.number("network.farthest_ms");
        boolean tight = reading.workload()
                .needs()
                .latencyObjective()
                .map(objective -> objective.toNanos() / 1e6 < farthest)
                .orElse(false);
        boolean known = reading.workload().surroundings().users().isPresent();
        return !tight || known
                ? List.of()
                : List.of(new MissingFact(
                        "users_location",
                        "Where are its users or sensors?",
                        "the latency objective is tighter than the farthest round trip, so distance decides"));
    }

    /** Whether work is done in time cannot be judged by a usual duration. */
    private static List<MissingFact> missingDuration(Reading reading, PlanRequest request) {
        WorkloadClass workloadClass = reading.classification().workloadClass();
        if (request.deadline().isEmpty()) {
            return List.of();
        }
        if (!workloadClass.worksOff()) {
            throw new InvalidFieldException(
                    "constraints.deadline",
                    "goes with work that ends, and this is " + workloadClass
                            + ": leave it out, or state the activity that it is");
        }
        return reading.workload().needs().duration().isPresent()
                ? List.of()
                : List.of(new MissingFact(
                        "duration",
                        "How long does it run?",
                        "without that nobody can say whether it is done by the deadline"));
    }

    private Plan ranked(PlanDraft draft, Reading reading, PlanRequest request, Sizing sizing) {
        WorkloadClass workloadClass = reading.classification().workloadClass();
        Term term = Term.of(reading.workload().needs(), workloadClass, policy);
        Power power = Power.ask(capacity, reading, sizing.footprints(), request.minSiteRevisions());
        Prices.Quotes quotes = prices.quote(
                Requests.of(reading, sizing.footprints(), term, request),
                power.conditions(sizing.footprints()),
                request.minCatalogRevision());
        Verdicts verdicts = new Judging(policy, reading, request, sizing, term, power).of(quotes);
        UnitPrices unitPrices = UnitPrices.of(policy, reading, sizing, term);
        return draft.ranked(
                verdicts,
                shortlist(verdicts.ranked(), request.maximumPlacements()).stream()
                        .map(unitPrices::priced)
                        .toList(),
                verdicts.rejections().all(quotes.quotes()),
                assumptions(sizing, term, request, verdicts.transport()),
                power,
                quotes.revision(),
                revisions(power));
    }

    /** The best region of each provider, kind and way to buy: forty regions of one offer help nobody. */
    private static List<Placement> shortlist(List<Placement> ranked, int most) {
        Set<String> seen = new HashSet<>();
        return ranked.stream()
                .filter(p -> seen.add(p.quote().provider()
                        + p.quote().site()
                        + p.quote().habitat()
                        + p.quote().accelerator().name()
                        + p.quote().commitment()))
                .limit(most)
                .toList();
    }

    private List<Assumed> assumptions(Sizing sizing, Term term, PlanRequest request, Transport transport) {
        List<Assumed> all = new ArrayList<>(sizing.assumptions());
        all.addAll(term.assumptions());
        transport.assumption().ifPresent(all::add);
        if (request.deadline().isPresent() && request.interruptions().isEmpty()) {
            all.add(new Assumed(
                    "interruptions",
                    "none of spot machines",
                    "nobody states how often they are taken back, so what that takes is in no finish_time"));
        }
        if (request.objective() == Objective.CARBON) {
            all.add(new Assumed(
                    "",
                    "draw in clouds of " + policy.number("plan.draw_share_of_tdp") + " x TDP, PUE "
                            + policy.number("plan.cloud_pue"),
                    "clouds do not publish what a machine draws"));
        }
        return all;
    }

    private static Map<String, Long> revisions(Power power) {
        Map<String, Long> revisions = new TreeMap<>();
        power.answer().sites().forEach(site -> revisions.put(site.name(), site.revision()));
        return revisions;
    }
}
