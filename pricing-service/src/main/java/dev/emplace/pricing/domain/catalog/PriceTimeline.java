package dev.emplace.pricing.domain.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What was believed of one offer at a revision, for all of time: each later version covers what earlier ones said. */
public final class PriceTimeline {

    /** What holds from each key until the next; empty where nothing does. */
    private final NavigableMap<Instant, Optional<OfferVersion>> holding = new TreeMap<>();

    private final List<OfferVersion> later;

    private PriceTimeline(List<OfferVersion> later) {
        this.later = later;
    }

    /**
     * Lays the versions over each other, those of later revisions aside.
     *
     * @param versions of one offer, in the order in which they were said
     */
    public static PriceTimeline of(List<OfferVersion> versions, long revision) {
        var timeline = new PriceTimeline(versions.stream()
                .filter(version -> version.revision() > revision)
                .toList());
        versions.stream().filter(version -> version.revision() <= revision).forEach(timeline::cover);
        return timeline;
    }

    private void cover(OfferVersion version) {
        var covered = version.until()
                .map(end -> holding.subMap(version.from(), end))
                .orElseGet(() -> holding.tailMap(version.from()));
        version.until().ifPresent(end -> holding.putIfAbsent(end, holdingAt(end)));
        covered.clear();
        holding.put(version.from(), Optional.of(version));
    }

    private Optional<OfferVersion> holdingAt(Instant instant) {
        var entry = holding.floorEntry(instant);
        return entry == null ? Optional.empty() : entry.getValue();
    }

    /** What held at an instant; empty where there was no such offer. */
    public Optional<OfferVersion> at(Instant instant) {
        return holdingAt(instant).filter(version -> !version.withdrawn());
    }

    /** The points that reach into a time, the earliest first; none for the times without the offer. */
    public List<PricePoint> points(Instant start, Optional<Instant> end) {
        var points = new ArrayList<PricePoint>();
        holding.forEach((from, version) -> {
            var until = Optional.ofNullable(holding.higherKey(from));
            version.filter(holds -> !holds.withdrawn()
                            && end.map(from::isBefore).orElse(true)
                            && until.map(start::isBefore).orElse(true))
                    .ifPresent(holds -> points.add(new PricePoint(holds, from, until, superseded(from, until))));
        });
        return points;
    }

    private OptionalLong superseded(Instant from, Optional<Instant> until) {
        return later.stream()
                .filter(version -> version.speaksOf(from, until))
                .mapToLong(OfferVersion::revision)
                .min();
    }
}
