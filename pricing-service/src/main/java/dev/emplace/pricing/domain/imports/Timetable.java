package dev.emplace.pricing.domain.imports;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which rows of one import speak of the same thing: at the same time, of which one can count, or at several times, of which
 * each counts until the next.
 */
final class Timetable {

    private final String source;
    private final Instant observed;
    private final Set<String> several = new HashSet<>();
    private final Set<String> priced = new HashSet<>();
    private final Map<String, String> released = new HashMap<>();

    /**
     * Over all rows.
     *
     * @param observed since when a row holds that does not say it itself
     */
    Timetable(String source, Instant observed, List<ObservedRow> rows, Decisions decisions) {
        this.source = source;
        this.observed = observed;
        findSeveral(rows);
        findPriced(rows);
        findReleased(rows, decisions.released());
    }

    /** Since when a row holds. */
    Instant from(ObservedRow row) {
        return row.from().orElse(observed);
    }

    /**
     * The first instant at which a row no longer holds; empty is for ever.
     *
     * @param next when the next of the same offer begins
     */
    Optional<Instant> until(ObservedRow row, Optional<Instant> next) {
        var end = row.conditions().end().filter(from(row)::isBefore);
        return Stream.of(next, end).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    Instant observed() {
        return observed;
    }

    /** Whether there are rows of this offer for several times. */
    boolean hasSeveral(String id) {
        return several.contains(id);
    }

    /** The same for rows of which only one can count. */
    String slot(String id, ObservedRow row) {
        return hasSeveral(id) ? id + '@' + from(row) : id;
    }

    /** Whether another row states the price that this one leaves blank. */
    boolean isPricedElsewhere(String slot) {
        return priced.contains(slot);
    }

    /** The price that a publisher has released, where one has: it counts, wherever it stands. */
    Optional<String> released(String slot) {
        return Optional.ofNullable(released.get(slot));
    }

    private void findSeveral(List<ObservedRow> rows) {
        if (rows.stream().allMatch(row -> row.from().isEmpty())) {
            return;
        }
        var first = new HashMap<String, Instant>();
        for (var row : rows) {
            var id = row.offerId(source);
            var known = first.putIfAbsent(id, from(row));
            if (known != null && !known.equals(from(row))) {
                several.add(id);
            }
        }
    }

    private void findPriced(List<ObservedRow> rows) {
        var blank = new HashSet<String>();
        rows.stream().filter(row -> row.price().isEmpty()).forEach(row -> blank.add(slot(row.offerId(source), row)));
        if (!blank.isEmpty()) {
            rows.stream()
                    .filter(row -> row.price().isPresent())
                    .map(row -> slot(row.offerId(source), row))
                    .filter(blank::contains)
                    .forEach(priced::add);
        }
    }

    private void findReleased(List<ObservedRow> rows, Set<String> fingerprints) {
        if (!fingerprints.isEmpty()) {
            rows.stream()
                    .filter(row -> row.price().isPresent())
                    .filter(row -> fingerprints.contains(Fingerprint.of(source, row)))
                    .forEach(row -> released.putIfAbsent(
                            slot(row.offerId(source), row), row.price().get()));
        }
    }
}
