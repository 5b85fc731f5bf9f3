package dev.emplace.replay.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Takes the candidate of the least cost.
 *
 * @param candidates what could be rented for a workload
 * @param cost USD that a workload is taken to cost on a machine that is rented for it
 * @param joining USD that it is taken to cost on one that is paid already
 */
public record Choice(Function<Workload, List<Listing>> candidates, Cost cost, Joining joining) implements Policy {

    /** The cost of a workload on a machine of its own, in USD. */
    @FunctionalInterface
    public interface Cost {
        double usd(Workload workload, Listing listing);
    }

    /** The cost of a workload on a machine that others hold, in USD. */
    @FunctionalInterface
    public interface Joining {
        double usd(Workload workload, Machine machine);
    }

    /** Which part of a machine's price a workload is charged in a decision. */
    public enum Basis {
        /** All of it: nobody else may come. */
        MACHINE,
        /** Its part of the accelerators: others will. */
        SHARE;

        double hourlyUsd(Demand demand, Listing listing) {
            return this == MACHINE ? listing.hourlyUsd() : listing.shareUsd(demand);
        }
    }

    /** Which basis work is decided by where it is bound to the EU, and where it is not: markets differ. */
    public record Bases(Basis inEu, Basis elsewhere) {

        /** All that there are. */
        public static List<Bases> all() {
            return Stream.of(Basis.values())
                    .flatMap(inEu -> Stream.of(Basis.values()).map(elsewhere -> new Bases(inEu, elsewhere)))
                    .toList();
        }

        double hourlyUsd(Demand demand, Listing listing) {
            return (demand.euBound() ? inEu : elsewhere).hourlyUsd(demand, listing);
        }
    }

    /** By the hour, and nothing else: a share of a machine that others hold, all of one's own. */
    public static Choice byHour(Function<Workload, List<Listing>> candidates, Bases bases) {
        return new Choice(
                candidates,
                (workload, listing) -> bases.hourlyUsd(workload.demand(), listing),
                (workload, machine) -> machine.listing().shareUsd(workload.demand()));
    }

    /**
     * For as long as such work has lasted, with rework and what leaves the place. A machine that others hold costs its
     * share, not nothing: whoever outlasts them keeps all of it, and some work lasts a hundred times its mean. Standing
     * machines are paid whatever is decided.
     */
    public static Choice expected(
            Function<Workload, List<Listing>> candidates,
            Bases bases,
            Durations durations,
            Rework rework,
            Market market) {
        return new Choice(
                candidates,
                (workload, listing) -> {
                    double hours = durations.expectedHours(workload);
                    return bases.hourlyUsd(workload.demand(), listing) * billed(listing, hours, rework)
                            + away(workload, listing, market);
                },
                (workload, machine) -> {
                    Listing listing = machine.listing();
                    double hours = billed(listing, durations.expectedHours(workload), rework);
                    double share = listing.isStanding() ? 0 : listing.shareUsd(workload.demand());
                    return share * hours + away(workload, listing, market);
                });
    }

    private static double billed(Listing listing, double hours, Rework rework) {
        return listing.sale() == Listing.Sale.SPOT ? rework.billedHours(hours) : hours;
    }

    private static double away(Workload workload, Listing listing, Market market) {
        long bytes = workload.demand().egressBytes();
        return bytes == 0 ? 0 : market.egress(listing.provider()).estimateUsd(bytes);
    }

    @Override
    public Optional<Machine> join(Workload workload, List<Machine> withRoom) {
        Machine best = withRoom.stream()
                .min(Comparator.<Machine>comparingDouble(machine -> joining.usd(workload, machine))
                        .thenComparing(Machine::id))
                .orElseThrow();
        double there = joining.usd(workload, best);
        boolean free = best.listing().isStanding() || there == 0;
        return free || there <= ownUsd(workload) ? Optional.of(best) : Optional.empty();
    }

    private double ownUsd(Workload workload) {
        return candidates.apply(workload).stream()
                .mapToDouble(listing -> cost.usd(workload, listing))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public Optional<Listing> rent(Workload workload, Predicate<Listing> inQuota) {
        return candidates.apply(workload).stream()
                .filter(inQuota)
                .min(Comparator.<Listing>comparingDouble(listing -> cost.usd(workload, listing))
                        .thenComparing(Listing::offer));
    }
}
