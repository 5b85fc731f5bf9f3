package dev.emplace.pricing.domain.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which price counts of those that an import states for one thing at one time: the first, unless another was released. */
final class Repetitions {

    private final Timetable times;
    private final Map<String, String> prices = new HashMap<>();

    Repetitions(Timetable times) {
        this.times = times;
    }

    /** Whether this row is the one that counts; the same price is taken once. */
    boolean isFirst(String slot, String price) {
        return times.released(slot).map(price::equals).orElse(true) && prices.putIfAbsent(slot, price) == null;
    }

    boolean isSame(String slot, String price) {
        return first(slot).equals(price);
    }

    /** The price that counts, if any does so far. */
    String first(String slot) {
        return times.released(slot)
                .or(() -> Optional.ofNullable(prices.get(slot)))
                .orElse("");
    }
}
