package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.policy.Habitat;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.workload.Coordinates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns feasible candidates into placements and puts them in order. */
final class Scoring {
    private final Policy policy;
    private final Network network;
    private final Power power;

    Scoring(Policy policy, Power power) {
        this.policy = policy;
        this.network = Network.of(policy);
        this.power = power;
    }

    Placement placement(Candidate candidate) {
        Prices.Quote quote = candidate.quote();
        Optional<Coordinates> users = candidate.users();
        boolean owned = !quote.site().isEmpty();
        List<Habitat> habitats = policy.row(candidate.workloadClass()).habitats();
        boolean home = habitats.stream().anyMatch(habitat -> habitat.covers(quote.habitat()));
        return new Placement(
                quote,
                candidate.footprint(),
                distance(users, quote, true),
                distance(users, quote, false),
                candidate.assessment(),
                !owned || power.verified(),
                grams(candidate),
                home,
                reasons(candidate, home, owned));
    }

    private OptionalDouble distance(Optional<Coordinates> users, Prices.Quote quote, boolean estimate) {
        if (users.isEmpty() || quote.location().isEmpty()) {
            return OptionalDouble.empty();
        }
        Coordinates there = quote.location().get();
        return OptionalDouble.of(
                estimate ? network.estimateMillis(users.get(), there) : network.floorMillis(users.get(), there));
    }

    /** Watts x PUE x grid; of a cloud the draw is a share of the TDP, since nobody measures it. */
    private long grams(Candidate candidate) {
        double watts = candidate
                .assessment()
                .map(a -> a.meanWatts() * a.pue().doubleValue())
                .orElseGet(() -> (double) candidate.footprint().accelerators()
                        * candidate.footprint().accelerator().tdpWatts()
                        * policy.number("plan.draw_share_of_tdp")
                        * policy.number("plan.cloud_pue"));
        return Math.round(watts / 1000 * candidate.quote().gridGramsPerKwh());
    }

    private List<String> reasons(Candidate candidate, boolean home, boolean owned) {
        List<String> reasons = new ArrayList<>();
        Prices.Quote quote = candidate.quote();
        reasons.add(candidate.footprint().accelerators() + " x "
                + quote.accelerator().displayName() + " in "
                + quote.machines() + (quote.machines() == 1 ? " machine" : " machines") + " at "
                + Show.usdPerHour(quote.hourlyUsd()));
        reasons.add(
                home
                        ? "this is where " + candidate.workloadClass() + " belongs: "
                                + policy.row(candidate.workloadClass()).why()
                        : "not the usual place of " + candidate.workloadClass());
        candidate
                .assessment()
                .ifPresent(a -> reasons.add(
                        "power fits with " + Show.kilowatts(a.headroomWatts()) + " to spare at " + a.binding()));
        if (owned && !power.verified()) {
            reasons.add("power is not verified: power-service could not be asked");
        }
        return reasons;
    }

    /** The order of an objective; equals by price, then by name, so that the same inputs give the same plan. */
    static Comparator<Placement> order(Objective objective) {
        Comparator<Placement> price = Comparator.comparing(
                        (Placement p) -> p.quote().totalUsd())
                .thenComparing(p -> p.quote().offer());
        return switch (objective) {
            case COST -> price;
            case LATENCY ->
                Comparator.comparingDouble((Placement p) -> p.roundTripMillis().orElse(Double.MAX_VALUE))
                        .thenComparing(price);
            case CARBON ->
                Comparator.comparingLong((Placement p) -> p.hourlyGrams() == 0 ? Long.MAX_VALUE : p.hourlyGrams())
                        .thenComparing(price);
        };
    }

    /** Whether the best place is of the class's habitat and, if not, what the habitat would cost more. */
    String habitatNote(List<Placement> ranked, List<Habitat> habitats) {
        if (ranked.isEmpty() || habitats.isEmpty()) {
            return "";
        }
        Placement best = ranked.get(0);
        String usual =
                String.join(" or ", habitats.stream().map(Habitat::toString).toList());
        if (best.inHabitat()) {
            return "The best place is of the class's habitat, " + usual + ".";
        }
        Optional<Placement> home = ranked.stream()
                .filter(Placement::inHabitat)
                .min(Comparator.comparing((Placement p) -> p.quote().totalUsd()));
        return home.map(placement -> "The best place is not of the class's habitat, " + usual + "; there, "
                        + placement.quote().offer() + " would cost " + more(best, placement) + ".")
                .orElse("The best place is not of the class's habitat, " + usual + ", where nothing is feasible.");
    }

    private static String more(Placement best, Placement home) {
        BigDecimal difference = home.quote().hourlyUsd().subtract(best.quote().hourlyUsd());
        String share = best.quote().hourlyUsd().signum() == 0
                ? ""
                : " ("
                        + difference
                                .multiply(BigDecimal.valueOf(100))
                                .divide(best.quote().hourlyUsd(), 0, RoundingMode.HALF_UP)
                                .toPlainString()
                        + "%)";
        return Show.usdPerHour(difference.abs()) + share + (difference.signum() < 0 ? " less" : " more");
    }
}
