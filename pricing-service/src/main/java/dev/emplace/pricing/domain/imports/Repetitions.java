package dev.emplace.pricing.domain.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which things have stood in a file so far, at which price. */
final class Repetitions {

    private final Map<String, String> prices = new HashMap<>();

    boolean isFirst(String id, String price) {
        return prices.putIfAbsent(id, price) == null;
    }

    boolean isSame(String id, String price) {
        return first(id).equals(price);
    }

    String first(String id) {
        return Optional.ofNullable(prices.get(id)).orElse("");
    }
}
