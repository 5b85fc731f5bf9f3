package dev.emplace.power.domain.reservation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one tenant of a site holds, now and later. Not thread-safe.
 *
 * <p>It only ever rises where something starts, so the most of a span is held at its start, or at a start within it: a
 * level is kept of now and of each start to come, and none is summed up anew.
 */
final class Holdings {
    private final Map<String, Reservation> live = new HashMap<>();
    private final TreeMap<Instant, Level> levels = new TreeMap<>();
    private Usage sum = Usage.NONE;

    /**
     * What is held at one time.
     *
     * @param starts how many of it start at that time
     */
    private record Level(Usage usage, int starts) {
        Level plus(Usage more) {
            return new Level(usage.plus(more), starts);
        }

        Level minus(Usage less) {
            return new Level(usage.minus(less), starts);
        }

        Level starting(int more) {
            return new Level(usage, starts + more);
        }
    }

    Holdings(Instant now) {
        levels.put(now, new Level(Usage.NONE, 0));
    }

    boolean isEmpty() {
        return live.isEmpty();
    }

    /** All of it, whenever. */
    Usage sum() {
        return sum;
    }

    /** @param now by which all that was due has been taken out */
    void add(Reservation reservation, Instant now) {
        advance(now);
        Usage usage = Usage.of(reservation);
        live.put(reservation.id(), reservation);
        sum = sum.plus(usage);
        Span span = reservation.span();
        if (span.start().isAfter(levels.firstKey())) {
            levels.computeIfAbsent(span.start(), start -> new Level(before(start, reservation.id()), 0));
            levels.computeIfPresent(span.start(), (start, level) -> level.starting(1));
        }
        within(span).replaceAll((time, level) -> level.plus(usage));
    }

    void remove(Reservation reservation) {
        if (live.remove(reservation.id()) == null) {
            return;
        }
        Usage usage = Usage.of(reservation);
        sum = sum.minus(usage);
        Span span = reservation.span();
        within(span).replaceAll((time, level) -> level.minus(usage));
        if (span.start().isAfter(levels.firstKey())) {
            levels.computeIfPresent(span.start(), (start, level) -> level.starts() > 1 ? level.starting(-1) : null);
        }
    }

    /**
     * The first limit that would be exceeded, holding so much more over a span.
     *
     * @param replaced a reservation that the new one takes the place of, by id
     */
    Optional<Quota.Exceeded> exceeded(Quota quota, Usage asked, Span span, Optional<String> replaced) {
        if (replaced.isEmpty() && quota.exceeded(sum, asked).isEmpty()) {
            return Optional.empty();
        }
        Reservation gone = replaced.map(live::get).orElse(null);
        Instant start = span.start();
        return Stream.concat(
                        Stream.of(without(gone, start, at(start))),
                        within(span).entrySet().stream()
                                .map(level -> without(
                                        gone, level.getKey(), level.getValue().usage())))
                .flatMap(held -> quota.exceeded(held, asked).stream())
                .findFirst();
    }

    private static Usage without(@Nullable Reservation gone, Instant time, Usage usage) {
        return gone == null || gone.span().start().isAfter(time) || gone.span().endsBy(time)
                ? usage
                : usage.minus(Usage.of(gone));
    }

    private Usage at(Instant time) {
        Level known = levels.get(time.isAfter(levels.firstKey()) ? time : levels.firstKey());
        return known == null ? before(time, "") : known.usage();
    }

    /** What is held at a time at which nothing starts: that of the last start before it, without what has ended since. */
    private Usage before(Instant time, String starting) {
        Map.Entry<Instant, Level> floor = levels.lowerEntry(time);
        List<Reservation> ended = live.values().stream()
                .filter(each -> !each.id().equals(starting))
                .filter(each -> each.span().endsBy(time))
                .filter(each -> !each.span().start().isAfter(floor.getKey())
                        && !each.span().endsBy(floor.getKey()))
                .toList();
        return floor.getValue().usage().minus(Usage.of(ended));
    }

    private NavigableMap<Instant, Level> within(Span span) {
        Instant first = levels.firstKey();
        Instant start = span.start().isBefore(first) ? first : span.start();
        return span.end()
                .map(end -> levels.subMap(start, true, end.isAfter(start) ? end : start, false))
                .orElseGet(() -> levels.tailMap(start, true));
    }

    private void advance(Instant now) {
        Map.Entry<Instant, Level> base = levels.floorEntry(now);
        if (base != null && !base.getKey().equals(now)) {
            levels.headMap(now, true).clear();
            levels.put(now, base.getValue());
        }
    }
}
