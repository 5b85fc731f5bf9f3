package dev.emplace.replay;

import dev.emplace.replay.domain.Demand;
import dev.emplace.replay.domain.Listing;
import dev.emplace.replay.domain.Listing.Kind;
import dev.emplace.replay.domain.Listing.Sale;
import dev.emplace.replay.domain.LoadDuration;
import dev.emplace.replay.domain.Market;
import dev.emplace.replay.domain.Workload;
import dev.emplace.replay.portfolio.LoadGroup;
import dev.emplace.replay.portfolio.PeakOption;
import dev.emplace.replay.portfolio.Portfolio;
import dev.emplace.replay.portfolio.PortfolioProblem;
import dev.emplace.replay.portfolio.PortfolioSolver;
import dev.emplace.replay.portfolio.StandingOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which machines to hold all the time, decided from the first half of a trace. */
final class Base {

    private static final double WHOLE = 1000;
    private static final double HOUR_SECONDS = 3600;
    private static final int COMMITMENTS_AT_MOST = 10_000;

    private final Case trace;
    private final Market market;
    private final Settings settings;
    private final List<Listing> standing;

    Base(Case trace, Market market, Settings settings) {
        this.trace = trace;
        this.market = market;
        this.settings = settings;
        standing = market.listings().stream().filter(Listing::isStanding).toList();
    }

    Portfolio sized() {
        List<LoadGroup> groups = groups();
        return groups.isEmpty()
                ? Portfolio.empty()
                : PortfolioSolver.solve(new PortfolioProblem(
                        groups, standing.stream().map(this::option).toList(), settings.budgetUsd()));
    }

    List<Listing> machines(Portfolio portfolio) {
        List<Listing> machines = new ArrayList<>();
        standing.forEach(listing ->
                machines.addAll(Collections.nCopies(portfolio.machines().getOrDefault(listing.offer(), 0), listing)));
        return machines;
    }

    /** How many machines a site has: {@code ownedShare} of the use that it was sized for. */
    static int siteMachines(Case trace, Settings settings, Listing owned) {
        return (int) (settings.ownedShare() * trace.sizing() / (owned.gpuMilli() / WHOLE));
    }

    private StandingOption option(Listing listing) {
        double hours = Math.max(trace.second().hours(), listing.termSeconds() / HOUR_SECONDS);
        int limit = listing.sale() == Sale.OWNED ? siteMachines(trace, settings, listing) : COMMITMENTS_AT_MOST;
        return new StandingOption(listing.offer(), listing.gpuMilli() / WHOLE, listing.hourlyUsd() * hours, limit);
    }

    private List<LoadGroup> groups() {
        Map<Set<String>, List<Workload>> byOptions =
                trace.learned().stream().collect(Collectors.groupingBy(this::options));
        return byOptions.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Set<String> options(Workload workload) {
        return standing.stream()
                .filter(workload.demand()::isMetBy)
                .map(Listing::offer)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private LoadGroup group(Set<String> options, List<Workload> workloads) {
        return new LoadGroup(
                String.join("+", options), LoadDuration.of(workloads, trace.first()), options, peaks(workloads));
    }

    /** Each provider that could take all of the group, within its quota; and the mean of the best without one. */
    private List<PeakOption> peaks(List<Workload> workloads) {
        List<PeakOption> peaks = new ArrayList<>();
        Set<String> providers =
                market.listings().stream().map(Listing::provider).collect(Collectors.toCollection(TreeSet::new));
        for (String provider : providers) {
            boolean limited = market.listings().stream()
                    .anyMatch(listing -> listing.provider().equals(provider) && listing.kind() == Kind.GPU_CLOUD);
            if (limited) {
                mean(workloads, provider)
                        .ifPresent(usd -> peaks.add(new PeakOption(provider, usd, settings.quotaGpus())));
            }
        }
        mean(workloads, "").ifPresent(usd -> peaks.add(new PeakOption("elsewhere", usd, Double.POSITIVE_INFINITY)));
        return peaks;
    }

    /** The mean price of a card and hour at its cheapest, weighted by hours; empty where one of them cannot go there. */
    private Optional<Double> mean(List<Workload> workloads, String provider) {
        double hours = 0;
        double usd = 0;
        Map<String, Optional<Double>> known = new TreeMap<>();
        for (Workload workload : workloads) {
            Demand demand = workload.demand();
            Optional<Double> least = known.computeIfAbsent(demand.toString(), d -> least(demand, provider));
            if (least.isEmpty() && !provider.isEmpty()) {
                return Optional.empty();
            }
            double cards =
                    Math.max(WHOLE, demand.gpuMilli()) / WHOLE * workload.runs().hours();
            hours += least.isPresent() ? cards : 0;
            usd += least.orElse(0.0) * workload.runs().hours();
        }
        return hours == 0 ? Optional.empty() : Optional.of(usd / hours);
    }

    private Optional<Double> least(Demand demand, String provider) {
        return market.rentable(demand).stream()
                .filter(listing -> provider.isEmpty()
                        ? listing.kind() == Kind.HYPERSCALER
                        : listing.provider().equals(provider))
                .map(listing -> listing.shareUsd(demand))
                .min(Double::compare);
    }
}
