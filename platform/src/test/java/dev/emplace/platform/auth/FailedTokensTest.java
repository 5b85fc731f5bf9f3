package dev.emplace.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.platform.errors.CommonReason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Here 2 tokens a second may fail, 20 at once. */
class FailedTokensTest {

    private static final Optional<String> ADDRESS = Optional.of("address cb007107");

    private long now = 5;
    private final FailedTokens failed = new FailedTokens(new CallerSharesTest.Config(), () -> now);

    @Test
    void beyondTheBurstNoNewTokenOfTheAddressIsLookedAtUntilItsTime() {
        fail(20);

        assertThatThrownBy(() -> failed.check(ADDRESS)).isInstanceOfSatisfying(CallerLimitException.class, refused -> {
            assertThat(refused.reason()).isEqualTo(CommonReason.RATE_LIMITED);
            assertThat(refused.retryAfter()).contains(Duration.ofMillis(500));
        });
        now += Duration.ofMillis(500).toNanos();
        failed.check(ADDRESS);
        fail(1);
        assertThatThrownBy(() -> failed.check(ADDRESS)).isInstanceOf(CallerLimitException.class);
    }

    @Test
    void lookingTakesNothing() {
        for (int n = 0; n < 100; n++) {
            failed.check(ADDRESS);
        }
    }

    @Test
    void otherAddressesAreLookedAt() {
        fail(20);

        assertThatCode(() -> failed.check(Optional.of("address cb007108"))).doesNotThrowAnyException();
        assertThatCode(() -> failed.check(Optional.empty())).doesNotThrowAnyException();
    }

    private void fail(int times) {
        for (int n = 0; n < times; n++) {
            failed.check(ADDRESS);
            failed.count(ADDRESS);
        }
    }
}
