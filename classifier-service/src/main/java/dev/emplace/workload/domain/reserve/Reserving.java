package dev.emplace.workload.domain.reserve;

import dev.emplace.workload.domain.plan.Capacity;
import dev.emplace.workload.domain.plan.Placement;
import dev.emplace.workload.domain.plan.Plan;
import dev.emplace.workload.domain.reserve.PowerHolds.CapacityTakenException;
import dev.emplace.workload.domain.reserve.PowerHolds.Held;
import dev.emplace.workload.domain.reserve.PowerHolds.RequestIdTakenException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Plans, and holds the power of what ranks first. Nothing is kept here: the request id and the record stand with the
 * reservation, which is the only thing that is ever held, and which ends by itself. So wherever this stops half-way, a
 * repeated call finds what there is, and without one nothing stays.
 */
public final class Reserving {
    /** Each attempt is a whole plan; who loses that often competes with many, and had better wait. */
    static final int MOST_ATTEMPTS = 3;

    private final PowerHolds holds;

    public Reserving(PowerHolds holds) {
        this.holds = holds;
    }

    public Reserved reserve(Wanted wanted, Supplier<Plan> planning, Function<Made, byte[]> record) {
        return holds.find(wanted.requestId())
                .<Reserved>map(Reserved.Before::new)
                .orElseGet(() -> planned(wanted, planning, record));
    }

    /** A plan, and how many it took. */
    public record Made(Plan plan, int attempts) {}

    private Reserved planned(Wanted wanted, Supplier<Plan> planning, Function<Made, byte[]> record) {
        String site = "";
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Plan plan = planning.get();
            Optional<Placement> best = plan.placements().stream().findFirst();
            if (best.isEmpty()) {
                return new Reserved.NotPlaced(plan, attempt);
            }
            site = best.get().quote().site();
            if (site.isEmpty()) {
                return new Reserved.NotOurs(plan, attempt);
            }
            if (!best.get().powerVerified()) {
                throw new UnverifiedSiteException(site);
            }
            try {
                byte[] kept = record.apply(new Made(plan, attempt));
                String workload = plan.reading().workload().displayName();
                Held held = holds.hold(wanted.order(site, demand(plan, best.get()), workload, kept));
                return first(wanted, held, new Reserved.Holding(plan, held, attempt));
            } catch (CapacityTakenException raced) {
                // Planned again: the site's state now says what is left, or another place ranks first.
            } catch (RequestIdTakenException raced) {
                return holds.find(wanted.requestId())
                        .<Reserved>map(Reserved.Before::new)
                        .orElseThrow(() -> new RequestIdReusedException(wanted.requestId()));
            }
        }
        throw new PlacementContendedException(site, MOST_ATTEMPTS);
    }

    /** Two calls with one id at the same time may hold at two sites: the earlier one counts, the other gives back. */
    private Reserved first(Wanted wanted, Held held, Reserved holding) {
        Optional<Held> first = holds.find(wanted.requestId());
        if (first.isEmpty() || first.get().name().equals(held.name())) {
            return holding;
        }
        holds.giveBack(held);
        return new Reserved.Before(first.get());
    }

    /** The same demand that the plan had assessed. */
    private static Capacity.Demand demand(Plan plan, Placement best) {
        return Capacity.Demand.of(plan.reading(), best.footprint());
    }
}
