package dev.emplace.workload.domain.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says whether the best place is where the workload belongs and, if not, what it would cost more there. */
final class HabitatNote {
    private HabitatNote() {}

    static String of(List<Placement> ranked, Usual usual) {
        if (ranked.isEmpty() || usual.habitats().isEmpty()) {
            return "";
        }
        Placement best = ranked.get(0);
        if (best.inHabitat()) {
            return "The best place is of the class's habitat, " + usual + ".";
        }
        Optional<Placement> home = ranked.stream()
                .filter(Placement::inHabitat)
                .min(Comparator.comparing((Placement p) -> p.cost().totalUsd()));
        return home.map(placement -> "The best place is not of the class's habitat, " + usual + "; there, "
                        + placement.quote().offer() + " would cost " + more(best, placement) + ".")
                .orElse("The best place is not of the class's habitat, " + usual + ", where nothing is feasible.");
    }

    private static String more(Placement best, Placement home) {
        BigDecimal before = best.cost().totalUsd();
        BigDecimal difference = home.cost().totalUsd().subtract(before);
        BigDecimal hourly = home.cost().hourlyUsd().subtract(best.cost().hourlyUsd());
        String share = before.signum() == 0
                ? ""
                : " ("
                        + difference
                                .abs()
                                .multiply(BigDecimal.valueOf(100))
                                .divide(before, 0, RoundingMode.HALF_UP)
                                .toPlainString()
                        + "%)";
        boolean sameSign = hourly.signum() == difference.signum();
        String amount = sameSign ? Show.usdPerHour(hourly.abs()) : Show.usd(difference.abs()) + " in all";
        return amount + share + (difference.signum() < 0 ? " less" : " more");
    }
}
