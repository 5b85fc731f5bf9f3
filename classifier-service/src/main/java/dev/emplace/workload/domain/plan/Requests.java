package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import dev.emplace.workload.domain.reading.Reading;
import dev.emplace.workload.domain.workload.Surroundings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to ask the catalog: for each kind the offers within the constraints, lest they be cut off, and again every offer, to
 * say what the others fail by. Work that pauses is quoted twice, since what is paid by use costs nothing in the pauses and
 * what is committed or owned does.
 */
record Requests(
        Term term, long monthlyEgressBytes, Optional<Schedule> schedule, Optional<Interruptions> interruptions) {
    /** One call may ask so many questions; within the constraints come first. */
    private static final int MOST_REQUESTS = 256;

    private static final long MOST_BYTES = 1L << 60;
    private static final BigDecimal LEAST_SHARE = new BigDecimal("0.000001");

    static List<Prices.Request> of(Reading reading, List<Footprint> footprints, Term term, PlanRequest request) {
        Constraints constraints = request.constraints();
        Surroundings surroundings = reading.workload().surroundings();
        Prices.Limits limits = new Prices.Limits(
                constraints.allowedProviders(), constraints.deniedProviders(), surroundings.jurisdictions());
        Requests requests = new Requests(
                term, surroundings.monthlyEgressBytes().orElse(0L), request.schedule(), request.interruptions());
        List<Prices.Request> all = new ArrayList<>();
        if (!limits.equals(Prices.Limits.NONE)) {
            footprints.forEach(footprint -> requests.add(all, footprint, limits));
        }
        footprints.forEach(footprint -> requests.add(all, footprint, Prices.Limits.NONE));
        all.addAll(requests.laterBlocks(all));
        return all.subList(0, Math.min(MOST_REQUESTS, all.size()));
    }

    /** What is sold for given dates may begin later than at once, and still be in time. */
    private List<Prices.Request> laterBlocks(List<Prices.Request> requests) {
        return schedule.flatMap(stated -> stated.latest(term.duration()))
                .map(latest -> requests.stream()
                        .filter(request -> request.takes(Purchase.BLOCK))
                        .map(request -> request.bought(Purchase.BLOCK, latest))
                        .toList())
                .orElse(List.of());
    }

    private void add(List<Prices.Request> all, Footprint footprint, Prices.Limits limits) {
        if (!term.pauses()) {
            BigDecimal busy = share(term.utilization());
            all.add(request(footprint, Set.of(), term.duration(), busy, monthlyEgressBytes, limits));
            return;
        }
        // The month's egress falls into the hours that are quoted.
        long dense = BigDecimal.valueOf(monthlyEgressBytes)
                .divide(term.runs(), 0, RoundingMode.HALF_EVEN)
                .min(BigDecimal.valueOf(MOST_BYTES))
                .longValue();

        BigDecimal busy = share(term.utilization().multiply(term.runs()));
        all.add(request(footprint, Term.PAID_BY_USE, term.running(), share(term.utilization()), dense, limits));
        all.add(request(footprint, Term.PAID_ALWAYS, term.duration(), busy, monthlyEgressBytes, limits));
    }

    /** As the contract takes it; a share that rounds to nothing still is one. */
    private static BigDecimal share(BigDecimal share) {
        return share.setScale(LEAST_SHARE.scale(), RoundingMode.HALF_EVEN).max(LEAST_SHARE);
    }

    private Prices.Request request(
            Footprint footprint,
            Set<Purchase> purchases,
            Duration duration,
            BigDecimal utilization,
            long egress,
            Prices.Limits limits) {
        return new Prices.Request(
                footprint.accelerator(),
                footprint.accelerators(),
                purchases,
                duration,
                utilization,
                egress,
                limits,
                schedule.map(stated -> stated.soonest(term.duration())),
                interruptions);
    }
}
