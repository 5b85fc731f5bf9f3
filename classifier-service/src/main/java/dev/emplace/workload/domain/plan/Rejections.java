package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.policy.Habitat.Family;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what failed, one entry for each family and constraint, with the first number seen and the count of offers. */
final class Rejections {
    private final Map<String, Rejection> byFamily = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final List<Rejection> sized;

    Rejections(List<Rejection> sized) {
        this.sized = sized;
    }

    /** Adds the rejection of one offer; offers come cheapest first, so the cheapest one speaks for its family. */
    void add(Rejection rejection) {
        String key = rejection.family() + "/" + rejection.constraint();
        byFamily.putIfAbsent(key, rejection);
        counts.merge(key, 1, Integer::sum);
    }

    private static Rejection nowhere() {
        return new Rejection(
                "every family",
                Constraint.NO_OFFER,
                "0 offers",
                "1 offer",
                "state the size of the model, or allow more accelerators",
                "the catalog has no priced offer of an accelerator that may be used",
                0,
                Optional.empty());
    }

    /** All of them, with the families of which the catalog has no price at all. */
    List<Rejection> all(Collection<Prices.Quote> quotes) {
        List<Rejection> all = new ArrayList<>(sized);
        byFamily.forEach((key, rejection) -> all.add(rejection.counting(counts.getOrDefault(key, 1))));
        if (quotes.isEmpty()) {
            all.add(nowhere());
            return all;
        }
        Set<Family> absent = EnumSet.allOf(Family.class);
        quotes.forEach(quote -> absent.remove(quote.habitat().family()));
        absent.forEach(family -> all.add(new Rejection(
                family.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                Constraint.NO_OFFER,
                "0 offers",
                "1 offer",
                "",
                "the catalog has no offer there of an accelerator that fits",
                0,
                Optional.empty())));
        return all;
    }
}
