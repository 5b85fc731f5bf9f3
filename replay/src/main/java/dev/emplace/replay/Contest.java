package dev.emplace.replay;

import dev.emplace.replay.domain.Bill;
import dev.emplace.replay.domain.Choice;
import dev.emplace.replay.domain.Choice.Bases;
import dev.emplace.replay.domain.Durations;
import dev.emplace.replay.domain.Fallback;
import dev.emplace.replay.domain.Listing;
import dev.emplace.replay.domain.Listing.Kind;
import dev.emplace.replay.domain.Listing.Sale;
import dev.emplace.replay.domain.Market;
import dev.emplace.replay.domain.Policy;
import dev.emplace.replay.domain.Run;
import dev.emplace.replay.domain.Simulation;
import dev.emplace.replay.domain.Span;
import dev.emplace.replay.domain.Workload;
import dev.emplace.replay.portfolio.Portfolio;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Runs the policies that are held against each other, on one trace and one market. */
final class Contest {

    private final Case trace;
    private final Market market;
    private final Settings settings;
    private final Durations durations;

    Contest(Case trace, Market market, Settings settings) {
        this.trace = trace;
        this.market = market;
        this.settings = settings;
        durations = trace.durations();
    }

    /** The first baseline: hyperscalers on demand, each workload at its cheapest by the hour. */
    Outcome hyperscalerOnDemand() {
        return cheapest(
                "hyperscaler on demand", market.only(on(Kind.HYPERSCALER).and(sold(Sale.ON_DEMAND))));
    }

    /** The cheapest by the hour, wherever that is; spot where the work may be interrupted. */
    Outcome greedy() {
        return cheapest("greedy cheapest", market.only(listing -> !listing.isStanding()));
    }

    /** The class's usual place, and anywhere on demand where that has nothing, or nothing left. */
    Outcome habitat() {
        Market rented = market.only(listing -> !listing.isStanding());
        return decided(
                "fixed habitat table",
                bases -> new Fallback(
                        Choice.byHour(work -> inHabitat(work, rented), bases),
                        Choice.byHour(work -> onDemand(work, rented), bases)));
    }

    private static List<Listing> inHabitat(Workload work, Market rented) {
        Predicate<Listing> usual = work.demand().preemptible() ? sold(Sale.SPOT) : on(Kind.GPU_CLOUD);
        return rented.rentable(work.demand()).stream().filter(usual).toList();
    }

    private static List<Listing> onDemand(Workload work, Market rented) {
        return rented.rentable(work.demand()).stream()
                .filter(sold(Sale.ON_DEMAND))
                .toList();
    }

    /** Emplace on a part of the market, with candidates that the market itself ranks. */
    Outcome emplace(String name, Predicate<Listing> part) {
        Market allowed = market.only(part);
        return emplace(name, allowed, work -> allowed.rentable(work.demand()), Contest::silent);
    }

    /** Emplace, with candidates that somebody else ranks: the running suite. */
    Outcome emplace(Function<Workload, List<Listing>> candidates, LongConsumer progress) {
        return emplace("Emplace", market, candidates, progress);
    }

    private Outcome emplace(
            String name, Market allowed, Function<Workload, List<Listing>> candidates, LongConsumer progress) {
        Base base = new Base(trace, allowed, settings);
        Portfolio portfolio = base.sized();
        List<Listing> standing = base.machines(portfolio);
        Bases bases = rehearsed(b -> expected(work -> allowed.rentable(work.demand()), b, allowed), standing);
        Policy policy = expected(candidates, bases, allowed);
        return outcome(name, policy, standing, portfolio, progress);
    }

    /** Whether whole machines or shares of them are the better measure, tried on the first half: by all policies alike. */
    private Bases rehearsed(Function<Bases, Policy> policies, List<Listing> standing) {
        return Bases.all().stream()
                .min(Comparator.comparing(bases -> bill(
                        run(policies.apply(bases), standing, trace.first(), trace.learned(), Contest::silent),
                        trace.learned())))
                .orElseThrow();
    }

    private Policy expected(Function<Workload, List<Listing>> candidates, Bases bases, Market allowed) {
        return Choice.expected(candidates, bases, durations, settings.rework(), allowed);
    }

    private BigDecimal bill(Run run, List<Workload> workloads) {
        return Bill.of(run, workloads.stream().collect(Collectors.toMap(Workload::id, Function.identity())), market)
                .total();
    }

    private Outcome cheapest(String name, Market part) {
        return decided(name, bases -> Choice.byHour(work -> part.rentable(work.demand()), bases));
    }

    private Outcome decided(String name, Function<Bases, Policy> policies) {
        Policy policy = policies.apply(rehearsed(policies, List.of()));
        return outcome(name, policy, List.of(), Portfolio.empty(), Contest::silent);
    }

    private Outcome outcome(String name, Policy policy, List<Listing> standing, Portfolio base, LongConsumer progress) {
        Run run = run(policy, standing, trace.second(), trace.scored(), progress);
        return new Outcome(name, run, Bill.of(run, trace.scoredById(), market), base);
    }

    private Run run(
            Policy policy, List<Listing> standing, Span window, List<Workload> workloads, LongConsumer progress) {
        return new Simulation(policy, standing, quotas(), settings.rework(), window).run(workloads, progress);
    }

    Map<String, Integer> quotas() {
        Set<String> clouds = market.listings().stream()
                .filter(on(Kind.GPU_CLOUD))
                .map(Listing::provider)
                .collect(Collectors.toSet());
        return clouds.stream().collect(Collectors.toMap(Function.identity(), cloud -> settings.quotaGpus()));
    }

    private static void silent(long done) {}

    static Predicate<Listing> on(Kind kind) {
        return listing -> listing.kind() == kind;
    }

    static Predicate<Listing> sold(Sale sale) {
        return listing -> listing.sale() == sale;
    }
}
