package dev.emplace.workload.domain.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Where to go on where the best place has no capacity after all, and what that costs more. */
final class Fallback {
    private static final int SHOWN = 3;

    private Fallback() {}

    static String of(List<Placement> ranked) {
        BigDecimal best = ranked.get(0).cost().hourlyUsd();
        String next = ranked.stream()
                .skip(1)
                .limit(SHOWN)
                .map(placement -> placement.quote().offer() + " (" + apart(placement, best) + ")")
                .collect(Collectors.joining(", then "));
        return "If " + ranked.get(0).quote().offer() + " has no capacity after all: " + next + ".";
    }

    private static String apart(Placement placement, BigDecimal best) {
        BigDecimal apart = placement.cost().hourlyUsd().subtract(best);
        return Show.usdPerHour(apart.abs()) + (apart.signum() < 0 ? " less" : " more");
    }
}
