package dev.emplace.pricing.domain.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.quotes.Interruptions.Checkpoints;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formulas of work that interruptions cost, at the numbers of the design and of their papers. */
class ReworkTest {

    private static final BigDecimal RUN = BigDecimal.valueOf(100);
    private static final Duration SIX_MINUTES = Duration.ofMinutes(6);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** λ = 0.8/h, δ = 0.1 h, R = 0.25 h at Young's τ of half an hour: 0.88, where Young's own formula says 0.60. */
    @Test
    void frequentInterruptionsAreDalys() {
        var rework = rework("0.8", Optional.of(Duration.ofMinutes(30)), SIX_MINUTES, QUARTER, Duration.ZERO);
        assertThat(rework.method()).isEqualTo(Rework.Method.DALY);
        assertThat(cents(rework.billedShare())).isEqualTo("0.88");
    }

    /** δ/τ + λ(τ/2 + R) = 0.05/2 + 0.01 × (1 + 0.1). */
    @Test
    void rareInterruptionsAreYoungs() {
        var rework =
                rework("0.01", Optional.of(Duration.ofHours(2)), Duration.ofMinutes(3), SIX_MINUTES, Duration.ZERO);
        assertThat(rework.method()).isEqualTo(Rework.Method.YOUNG);
        assertThat(rework.billedShare()).isEqualByComparingTo("0.036");
    }

    @Test
    void youngHoldsUpToATenth() {
        var atATenth = rework("0.1", Optional.of(Duration.ofMinutes(54)), SIX_MINUTES, Duration.ZERO, Duration.ZERO);
        assertThat(atATenth.method()).isEqualTo(Rework.Method.YOUNG);
        var beyond = rework("0.1", Optional.of(Duration.ofMinutes(55)), SIX_MINUTES, Duration.ZERO, Duration.ZERO);
        assertThat(beyond.method()).isEqualTo(Rework.Method.DALY);
    }

    /** (1/λ + R)(e^{λT} − 1)/T − 1 with λT = 1: (100 + 1)(e − 1)/100 − 1. */
    @Test
    void withoutCheckpointsEachRunBeginsAnew() {
        var interruptions =
                new Interruptions(new BigDecimal("0.01"), Optional.empty(), Duration.ofHours(1), Duration.ZERO);
        var rework = Rework.of(interruptions, BigDecimal.ONE, RUN).orElseThrow();
        assertThat(rework.method()).isEqualTo(Rework.Method.WITHOUT_CHECKPOINTS);
        assertThat(rework.billedShare().doubleValue()).isCloseTo(1.01 * (Math.E - 1) - 1, Offset.offset(1e-12));
    }

    @Test
    void whatIsOnlyWaitedIsNotBilled() {
        var waited = rework("0.8", Optional.of(Duration.ofMinutes(30)), SIX_MINUTES, Duration.ZERO, QUARTER);
        assertThat(cents(waited.elapsedShare())).isEqualTo("0.88");
        assertThat(waited.billedShare()).isLessThan(waited.elapsedShare());
    }

    @Test
    void aJobOnTenMachinesIsInterruptedTenTimesAsOften() {
        var interruptions = interruptions("0.08", Optional.of(Duration.ofMinutes(30)), SIX_MINUTES, QUARTER);
        var ten = Rework.of(interruptions, BigDecimal.TEN, RUN).orElseThrow();
        assertThat(cents(ten.billedShare())).isEqualTo("0.88");
    }

    @ParameterizedTest(name = "{0} an hour, {1} s for a checkpoint")
    @CsvSource({"0.0001, 30", "0.01, 60", "0.05, 600", "0.8, 360", "3, 300", "10, 900"})
    void noIntervalBeatsTheBest(String rate, long checkpointSeconds) {
        var delta = Duration.ofSeconds(checkpointSeconds);
        var best = rework(rate, Optional.empty(), delta, QUARTER, Duration.ZERO);
        var tau = best.interval().orElseThrow();
        for (var percent : new int[] {50, 80, 95, 105, 125, 200}) {
            var other = Duration.ofSeconds(Math.max(1, tau.toSeconds() * percent / 100));
            var near = rework(rate, Optional.of(other), delta, QUARTER, Duration.ZERO);
            // Young's and Daly's formulas differ a little where one gives way to the other.
            if (near.method() == best.method()) {
                assertThat(near.billedShare())
                        .as("at %d%% of %s", percent, tau)
                        .isGreaterThanOrEqualTo(best.billedShare().subtract(new BigDecimal("1e-7")));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "60"})
    void workThatNeverEndsHasNoRework(String rate) {
        var interruptions = interruptions(rate, Optional.of(Duration.ofHours(1)), SIX_MINUTES, QUARTER);
        assertThat(Rework.of(interruptions, BigDecimal.valueOf(1_000_000), RUN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.1, 1, 2.5, 9.99, 10})
    void theExponentialIsThatOfTheLibrary(double exponent) {
        assertThat(Exponential.of(BigDecimal.valueOf(exponent)).doubleValue())
                .isCloseTo(Math.exp(exponent), Offset.offset(Math.exp(exponent) * 1e-14));
    }

    private static Rework rework(
            String rate, Optional<Duration> interval, Duration delta, Duration restart, Duration waiting) {
        var interruptions = new Interruptions(
                new BigDecimal(rate), Optional.of(new Checkpoints(interval, delta)), restart, waiting);
        return Rework.of(interruptions, BigDecimal.ONE, RUN).orElseThrow();
    }

    private static Interruptions interruptions(
            String rate, Optional<Duration> interval, Duration delta, Duration restart) {
        return new Interruptions(
                new BigDecimal(rate), Optional.of(new Checkpoints(interval, delta)), restart, Duration.ZERO);
    }

    private static String cents(BigDecimal share) {
        return share.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
