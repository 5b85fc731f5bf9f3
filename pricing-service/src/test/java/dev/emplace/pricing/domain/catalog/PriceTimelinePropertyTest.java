package dev.emplace.pricing.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A timeline answers what a look at every version answers: the last said that covers the instant. */
class PriceTimelinePropertyTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAYS = 40;
    private static final int REVISIONS = 30;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void timelineAgreesWithTheLastVersionThatCoversAnInstant(long seed) {
        var versions = versions(new Random(seed));
        for (long revision = 0; revision <= REVISIONS; revision++) {
            var timeline = PriceTimeline.of(versions, revision);
            for (int hours = -12; hours < DAYS * 24; hours += 12) {
                var instant = START.plus(Duration.ofHours(hours));
                var expected = covering(versions, instant, revision);
                assertThat(timeline.at(instant)).isEqualTo(expected);
                var points = timeline.points(instant, Optional.of(instant.plusNanos(1)));
                assertThat(points.stream().map(PricePoint::version).toList())
                        .isEqualTo(expected.stream().toList());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void pointsFollowEachOtherAndNameTheRevisionThatSupersedesThem(long seed) {
        var versions = versions(new Random(seed));
        for (long revision = 1; revision <= REVISIONS; revision++) {
            var points = PriceTimeline.of(versions, revision).points(Instant.MIN, Optional.empty());
            for (int i = 0; i < points.size(); i++) {
                var point = points.get(i);
                if (i > 0) {
                    assertThat(points.get(i - 1).until().orElseThrow()).isBeforeOrEqualTo(point.from());
                }
                assertThat(point.superseded().orElse(-1)).isEqualTo(superseding(versions, point, revision));
            }
        }
    }

    private static long superseding(List<OfferVersion> versions, PricePoint point, long revision) {
        return versions.stream()
                .filter(version -> version.revision() > revision)
                .filter(version -> point.until().isEmpty()
                        || version.from().isBefore(point.until().get()))
                .filter(version -> version.until().isEmpty()
                        || point.from().isBefore(version.until().get()))
                .mapToLong(OfferVersion::revision)
                .min()
                .orElse(-1);
    }

    private static Optional<OfferVersion> covering(List<OfferVersion> versions, Instant instant, long revision) {
        return versions.stream()
                .filter(version -> version.revision() <= revision)
                .filter(version -> !version.from().isAfter(instant))
                .filter(version ->
                        version.until().isEmpty() || version.until().get().isAfter(instant))
                .max(Comparator.comparingLong(OfferVersion::revision))
                .filter(version -> !version.withdrawn());
    }

    /** Corrections, gaps, withdrawals, and ends that are open or meet a beginning. */
    private static List<OfferVersion> versions(Random random) {
        var versions = new ArrayList<OfferVersion>();
        for (int revision = 1; revision <= REVISIONS; revision++) {
            int day = random.nextInt(DAYS);
            var until = random.nextInt(3) == 0
                    ? Optional.<Instant>empty()
                    : Optional.of(START.plus(Duration.ofDays(day + 1 + random.nextInt(10))));
            versions.add(new OfferVersion(
                    Samples.onDemand(),
                    revision,
                    START.plus(Duration.ofDays(revision)),
                    START.plus(Duration.ofDays(day)),
                    until,
                    random.nextInt(4) == 0));
        }
        return versions;
    }
}
