package dev.emplace.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StandingQueueTest {

    private static final long MILLI = 1_000_000;

    private long now = 17;
    private final StandingQueue queue = new StandingQueue(Duration.ofMillis(250), Duration.ofSeconds(1), () -> now);

    /** Lets {@code count} calls run one after the other, each 100 ms later, each after that wait; how many were refused. */
    private int refused(int count, long waitMillis) {
        int refused = 0;
        for (int n = 0; n < count; n++) {
            now += 100 * MILLI;
            refused += queue.refuses(waitMillis * MILLI) ? 1 : 0;
        }
        return refused;
    }

    @Test
    void burstThatIsServedWithinTheIntervalPassesHoweverLongItsLastCallsWait() {
        assertThat(refused(9, 900)).isZero();
        assertThat(refused(1, 0)).isZero();
        assertThat(refused(100, 0)).isZero();
    }

    @Test
    void queueThatStandsLosesThoseThatWaitedTwiceTheTarget() {
        refused(11, 600);

        assertThat(refused(10, 600)).isEqualTo(10);
        assertThat(refused(10, 499)).isZero();
    }

    @Test
    void oneCallThatWaitsForNothingEndsTheRefusals() {
        refused(11, 600);
        assertThat(refused(3, 600)).isEqualTo(3);

        refused(1, 0);

        assertThat(refused(5, 600)).isZero();
    }

    @Test
    void aPauseWithoutCallsEndsTheRefusals() {
        refused(20, 600);

        now += 3_000 * MILLI;

        assertThat(refused(10, 600)).isZero();
    }

    @Test
    void shortWaitsAreNeverRefused() {
        assertThat(refused(1_000, 250)).isZero();
    }
}
