package dev.emplace.replay.domain;

import static dev.emplace.replay.domain.Listings.demand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void theMeanIsFoundAlthoughHalfOfTheWorkWasCut() {
        Random random = new Random(11);
        double mean = 8;
        List<Workload> seen = Stream.generate(() -> -mean * Math.log(random.nextDouble()))
                .limit(5000)
                .map(hours -> cut(hours, 8 * Math.log(2)))
                .toList();
        assertThat(Durations.learned(seen).expectedHours(seen.get(0))).isCloseTo(mean, within(0.4));
    }

    @Test
    void workThatWasNeverSeenLastsAsLongAsAllTheRest() {
        List<Workload> seen = Stream.generate(() -> cut(3, 100)).limit(9).toList();
        Workload other = new Workload("x", "another tuple", demand(), new Span(0, 1), false);
        assertThat(Durations.learned(seen).expectedHours(other)).isCloseTo(3, within(0.01));
    }

    private static Workload cut(double hours, double at) {
        long seconds = Math.round(3600 * Math.min(hours, at));
        return new Workload("w", "tuple", demand(), new Span(0, seconds), hours > at);
    }
}
