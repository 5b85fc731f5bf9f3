package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.policy.Habitat.Family;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gathers what failed: one entry for each family and constraint, with the numbers of the closest and all counted. */
final class Rejections {
    private final Map<String, List<Rejected>> byFamily = new LinkedHashMap<>();
    private final List<Rejection> sized;

    Rejections(List<Rejection> sized) {
        this.sized = sized;
    }

    void add(Rejected rejected) {
        byFamily.computeIfAbsent(rejected.family() + "/" + rejected.first().constraint(), key -> new ArrayList<>())
                .add(rejected);
    }

    private static Rejection merged(List<Rejected> family) {
        Rejected closest = Collections.min(family, Rejected.CLOSEST);
        Failure first = closest.first();
        return new Rejection(
                closest.family(),
                first.constraint(),
                first.number(),
                first.limit(),
                closest.change(),
                first.explanation(),
                family.size(),
                family.stream()
                        .map(rejected ->
                                rejected.candidate().quote().accelerator().displayName())
                        .distinct()
                        .sorted()
                        .toList(),
                closest.candidate().quote().offer(),
                first.power());
    }

    private static Rejection nowhere() {
        return Rejection.unasked(
                "every family",
                Constraint.NO_OFFER,
                "0 offers",
                "1 offer",
                "state the size of the model, or allow more accelerators",
                "the catalog has no priced offer of an accelerator that may be used",
                List.of(),
                "");
    }

    /** All of them, with the families of which the catalog has no price at all. */
    List<Rejection> all(Collection<Prices.Quote> quotes) {
        List<Rejection> all = new ArrayList<>(sized);
        byFamily.values().forEach(family -> all.add(merged(family)));
        if (quotes.isEmpty()) {
            all.add(nowhere());
            return all;
        }
        Set<Family> absent = EnumSet.allOf(Family.class);
        quotes.forEach(quote -> absent.remove(quote.habitat().family()));
        if (sized.stream().anyMatch(rejection -> rejection.family().equals(TooLarge.DEVICE))) {
            absent.remove(Family.DEVICE);
        }
        absent.forEach(family -> all.add(Rejection.unasked(
                family.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                Constraint.NO_OFFER,
                "0 offers",
                "1 offer",
                "",
                "the catalog has no offer there of an accelerator that fits",
                List.of(),
                "")));
        return all;
    }
}
