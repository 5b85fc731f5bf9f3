package dev.emplace.workload.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.workload.domain.policy.Policies;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageClassifierTest {
    private static final int STEP = 600;
    private static final int DAY = 144;
    private static final UsageClassifier CLASSIFIER = new UsageClassifier(Policies.shipped());

    private static LoadSeries series(int samples, IntToDoubleFunction load) {
        return LoadSeries.of(
                IntStream.range(0, samples).mapToLong(i -> (long) i * STEP).toArray(),
                IntStream.range(0, samples).mapToDouble(load).toArray());
    }

    private static Usage classify(LoadSeries series) {
        return CLASSIFIER.classify(series, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static double day(int i, double swing) {
        return 100 * (1 + swing * Math.sin(2 * Math.PI * i / DAY));
    }

    /** Bursts of so many times the rest, at times that no day foretells. */
    private static LoadSeries bursts(double height) {
        Random random = new Random(7);
        return series(14 * DAY, i -> random.nextInt(10) == 0 ? 100 * height : 100);
    }

    @Test
    void aLevelLoadIsSustained() {
        Random random = new Random(1);
        Usage usage = classify(series(14 * DAY, i -> 100 + 20 * random.nextGaussian()));
        assertThat(usage.usageClass()).isEqualTo(UsageClass.SUSTAINED);
        assertThat(usage.measures().dailyCorrelation().orElseThrow()).isBetween(-0.2, 0.2);
    }

    @Test
    void aLoadThatComesBackEachDayIsDiurnal() {
        Usage usage = classify(series(14 * DAY, i -> day(i, 0.5)));
        assertThat(usage.usageClass()).isEqualTo(UsageClass.DIURNAL);
        assertThat(usage.measures().dailyCorrelation().orElseThrow()).isGreaterThan(0.99);
        assertThat(usage.measures().variation()).isCloseTo(0.354, Offset.offset(0.001));
    }

    @Test
    void aDaysPatternTooSmallToFollowIsSustained() {
        assertThat(classify(series(14 * DAY, i -> day(i, 0.05))).usageClass()).isEqualTo(UsageClass.SUSTAINED);
    }

    @Test
    void peaksThatNoDayForetellsAreBursty() {
        Usage usage = classify(bursts(10));
        assertThat(usage.usageClass()).isEqualTo(UsageClass.BURSTY);
        assertThat(usage.reason()).contains("swing around the day's mean", "> 0.500");
        assertThat(classify(bursts(1.5)).usageClass()).isEqualTo(UsageClass.SUSTAINED);
    }

    @Test
    void aLoadThatOnlyGrowsIsSustained() {
        Usage usage = classify(series(60 * DAY, i -> 1 + i / 100.0));
        assertThat(usage.usageClass()).isEqualTo(UsageClass.SUSTAINED);
        assertThat(usage.measures().variation()).isGreaterThan(0.5);
        assertThat(usage.measures().swing()).isLessThan(0.1);
    }

    @Test
    void aLoadThatGrowsAndComesBackEachDayIsDiurnal() {
        assertThat(classify(series(14 * DAY, i -> day(i, 0.5) * (1 + i / 1_000.0)))
                        .usageClass())
                .isEqualTo(UsageClass.DIURNAL);
    }

    @Test
    void aLoadFarBelowItsCapacityIsIdle() {
        LoadSeries level = series(14 * DAY, i -> 4);
        assertThat(CLASSIFIER
                        .classify(level, Optional.of(100.0), Optional.empty(), Optional.empty())
                        .usageClass())
                .isEqualTo(UsageClass.IDLE);
        assertThat(CLASSIFIER
                        .classify(level, Optional.of(80.0), Optional.empty(), Optional.empty())
                        .usageClass())
                .isEqualTo(UsageClass.SUSTAINED);
        assertThat(classify(series(DAY, i -> 0)).usageClass()).isEqualTo(UsageClass.IDLE);
    }

    @Test
    void twoDaysTellNoDaysPatternAndTheAnswerSaysSo() {
        Usage usage = classify(series(2 * DAY, i -> day(i, 0.5)));
        assertThat(usage.measures().dailyCorrelation()).isEmpty();
        assertThat(usage.reason()).contains("fewer than three days");
    }

    @Test
    void aLongGapIsNotTakenForALoad() {
        long[] times = IntStream.range(0, 6 * DAY)
                .mapToLong(i -> (long) (i < 3 * DAY ? i : i + 30 * DAY) * STEP)
                .toArray();
        double[] loads =
                IntStream.range(0, 6 * DAY).mapToDouble(i -> day(i, 0.5)).toArray();
        Usage usage = classify(LoadSeries.of(times, loads));
        assertThat(usage.usageClass()).isEqualTo(UsageClass.DIURNAL);
        assertThat(usage.measures().mean()).isCloseTo(100, Offset.offset(0.5));
        assertThat(usage.measures().observedShare()).isCloseTo(6.0 / 36, Offset.offset(0.01));
    }

    @Test
    void samplesCountForAsLongAsTheyHold() {
        // Ten minutes of 1 between twenty of 4: each step in its turn.
        long[] times = IntStream.range(0, 100)
                .mapToLong(i -> (i / 2) * 1_800L + (i % 2) * 600L)
                .toArray();
        double[] loads =
                IntStream.range(0, 100).mapToDouble(i -> i % 2 == 0 ? 1 : 4).toArray();
        assertThat(classify(LoadSeries.of(times, loads)).measures().mean()).isCloseTo(3, Offset.offset(0.01));
    }

    private static Commitment commitment(LoadSeries series, double ratio, Optional<Double> unit) {
        return CLASSIFIER
                .classify(series, Optional.empty(), unit, Optional.of(ratio))
                .commitment()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"0.3", "0.5", "0.65", "0.9", "1"})
    void noOtherBaseIsCheaper(double ratio) {
        Random random = new Random(3);
        double[] loads =
                IntStream.range(0, 2_000).mapToDouble(i -> random.nextInt(100)).toArray();
        LoadSeries series = series(loads.length, i -> loads[i]);
        Commitment best = commitment(series, ratio, Optional.empty());
        for (int base = 0; base <= 100; base++) {
            assertThat(best.cost()).isLessThanOrEqualTo(cost(loads, base, ratio) + 1e-9);
        }
        assertThat(best.cost()).isCloseTo(cost(loads, best.base(), ratio), Offset.offset(1e-9));
    }

    private static double cost(double[] loads, double base, double ratio) {
        double paid = 0;
        double onDemand = 0;
        for (double load : loads) {
            paid += ratio * base + Math.max(0, load - base);
            onDemand += load;
        }
        return paid / onDemand;
    }

    @Test
    void aBaseInUnitsIsWhole() {
        LoadSeries series = series(14 * DAY, i -> day(i, 0.5));
        Commitment commitment = commitment(series, 0.6, Optional.of(30.0));
        assertThat(commitment.base()).isEqualTo(Math.rint(commitment.base())).isPositive();
        assertThat(commitment.busyShare()).isBetween(0.8, 1.0);
    }

    @Test
    void nothingIsCommittedWhereACommitmentSavesNothing() {
        Commitment none = commitment(series(DAY, i -> i % 2 == 0 ? 0 : 10), 0.9, Optional.empty());
        assertThat(none.base()).isZero();
        assertThat(none.cost()).isEqualTo(1);
    }

    private static InvalidFieldException refusal(long[] times, double[] loads) {
        return assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> LoadSeries.of(times, loads))
                .actual();
    }

    private static long[] hours(int count) {
        return IntStream.range(0, count).mapToLong(i -> i * 3_600L).toArray();
    }

    @ParameterizedTest
    @CsvSource({"-1", "NaN", "Infinity", "-0.001", "1e300"})
    void whatIsNoLoadIsNamedWithItsPlace(double load) {
        double[] loads = new double[30];
        loads[7] = load;
        assertThat(refusal(hours(30), loads)).hasMessageContaining("loads[7]: must lie from 0 to");
    }

    @Test
    void aSeriesThatIsTooShortTooLongOrOutOfOrderIsRefused() {
        assertThat(refusal(hours(23), new double[23])).hasMessageContaining("from 24 to 100000");
        assertThat(refusal(hours(100_001), new double[100_001])).hasMessageContaining("not 100001");
        assertThat(refusal(hours(30), new double[29])).hasMessageContaining("not 29");
        long[] same = hours(30);
        same[4] = same[3];
        assertThat(refusal(same, new double[30]))
                .hasMessageContaining("times[4]")
                .hasMessageContaining("sort");
        long[] millis = IntStream.range(0, 30).mapToLong(i -> i * 86_400_000L).toArray();
        assertThat(refusal(millis, new double[30])).hasMessageContaining("not milliseconds");
        long[] extreme = hours(30);
        extreme[0] = Long.MIN_VALUE;
        extreme[29] = Long.MAX_VALUE;
        assertThat(refusal(extreme, new double[30])).hasMessageContaining("ten years");
    }

    @Test
    void anySeriesWithinTheBoundsHasMeasuresThatAreNumbers() {
        Random random = new Random(20_261_130);
        for (int run = 0; run < 300; run++) {
            int count = 24 + random.nextInt(400);
            long[] times = new long[count];
            double[] loads = new double[count];
            long time = random.nextInt();
            double scale = Math.pow(10, random.nextInt(15));
            for (int i = 0; i < count; i++) {
                time += 1 + random.nextInt(1 << (1 + random.nextInt(18)));
                times[i] = time;
                loads[i] = random.nextInt(3) == 0 ? 0 : random.nextDouble() * scale;
            }
            UsageMeasures measures = classify(LoadSeries.of(times, loads)).measures();
            assertThat(measures.variation()).isFinite().isNotNegative();
            assertThat(measures.observedShare()).isBetween(0.0, 1.0);
            measures.dailyCorrelation().ifPresent(c -> assertThat(c).isBetween(-1.000_001, 1.000_001));
        }
    }
}
