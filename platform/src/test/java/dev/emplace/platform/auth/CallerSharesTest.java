package dev.emplace.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Here a caller may make 100 calls a second, 5 at once, and have 3 open. */
class CallerSharesTest {

    private static final long MILLI = 1_000_000;

    private long now = Long.MAX_VALUE - 3 * MILLI;
    private final CallerShares shares = new CallerShares(new Config(), () -> now);

    record Config() implements CallerLimitsConfig {
        @Override
        public int callsPerSecond() {
            return 100;
        }

        @Override
        public int burst() {
            return 5;
        }

        @Override
        public int open() {
            return 3;
        }

        @Override
        public int failedTokensPerSecond() {
            return 2;
        }

        @Override
        public int remembered() {
            return 10;
        }
    }

    private void call(String caller) {
        shares.enter(caller);
        shares.leave(caller);
    }

    @Test
    void callerBeyondItsBurstIsToldTheTrueWait() {
        for (int n = 0; n < 5; n++) {
            call("noisy");
        }
        now += 4 * MILLI;

        assertThatThrownBy(() -> call("noisy"))
                .isInstanceOfSatisfying(
                        CallerLimitException.class,
                        refused -> assertThat(refused.retryAfter()).contains(Duration.ofMillis(6)));
        now += 6 * MILLI;
        call("noisy");
        assertThatThrownBy(() -> call("noisy")).isInstanceOf(CallerLimitException.class);
    }

    @Test
    void refusedCallTakesNothing() {
        for (int n = 0; n < 5; n++) {
            call("noisy");
        }
        for (int n = 0; n < 100; n++) {
            assertThatThrownBy(() -> call("noisy")).isInstanceOf(CallerLimitException.class);
        }

        now += 50 * MILLI;

        for (int n = 0; n < 5; n++) {
            call("noisy");
        }
    }

    @Test
    void noisyCallerTakesNothingOfAnothersShare() {
        for (int n = 0; n < 5; n++) {
            call("noisy");
        }
        assertThatThrownBy(() -> call("noisy")).isInstanceOf(CallerLimitException.class);

        for (int n = 0; n < 5; n++) {
            call("quiet");
        }
    }

    @Test
    void callsBeyondThoseThatMayBeOpenAreRefusedUntilOneEnds() {
        for (int n = 0; n < 3; n++) {
            shares.enter("patient");
        }
        assertThatThrownBy(() -> shares.enter("patient"))
                .isInstanceOf(CallerLimitException.class)
                .hasMessageContaining("3 calls open");

        shares.leave("patient");
        shares.enter("patient");
        shares.enter("other");
    }

    @Test
    void addressesOfOneNetworkAreOneCaller() throws UnknownHostException {
        assertThat(CallerLimits.network(InetAddress.getByName("2001:db8:1:2::7")))
                .isEqualTo(CallerLimits.network(InetAddress.getByName("2001:db8:1:2:ffff::1")))
                .isNotEqualTo(CallerLimits.network(InetAddress.getByName("2001:db8:1:3::7")));
        assertThat(CallerLimits.network(InetAddress.getByName("10.0.0.1")))
                .isNotEqualTo(CallerLimits.network(InetAddress.getByName("10.0.0.2")));
    }
}
