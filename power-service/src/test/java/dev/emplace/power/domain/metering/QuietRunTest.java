package dev.emplace.power.domain.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuietRunTest {
    private static final Instant LAPSED = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void fiveMinutesAtIdleAfterTheLapseEndALoad() {
        assertThat(quiet(0, 300, 100).ends(LAPSED, at(300))).isTrue();
        assertThat(quiet(-3_600, 300, 0).ends(LAPSED, at(360))).isTrue();
    }

    @Test
    void lessThanThatDoesNot() {
        assertThat(quiet(1, 300, 0).ends(LAPSED, at(300))).isFalse();
        assertThat(quiet(-3_600, 299, 0).ends(LAPSED, at(300))).isFalse();
    }

    @Test
    void workDoesNot() {
        assertThat(quiet(0, 300, 101).ends(LAPSED, at(300))).isFalse();
    }

    @Test
    void aRunSaysNothingOfLaterAndNothingBeforeItIsOver() {
        assertThat(quiet(0, 300, 0).ends(LAPSED, at(361))).isFalse();
        assertThat(quiet(0, 300, 0).ends(LAPSED, at(299))).isFalse();
    }

    private static QuietRun quiet(long since, long until, long watts) {
        return new QuietRun(at(since), at(until), watts, 100);
    }

    private static Instant at(long second) {
        return LAPSED.plusSeconds(second);
    }
}
