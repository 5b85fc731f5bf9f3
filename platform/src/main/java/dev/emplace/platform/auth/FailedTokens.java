package dev.emplace.platform.auth;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often tokens that prove nothing come from one address. Making one up costs its sender nothing, finding out that it
 * is worth nothing costs a signature check; so beyond a rate they are not looked at. Tokens that were good before are
 * judged meanwhile, whoever shares the address.
 */
@Singleton
final class FailedTokens {

    /** How many seconds' worth may come at once: clients start together, with the same old token. */
    private static final int BURST_SECONDS = 10;

    private final int perSecond;
    private final Rates rates;

    @Inject
    FailedTokens(CallerLimitsConfig config) {
        this(config, System::nanoTime);
    }

    FailedTokens(CallerLimitsConfig config, LongSupplier nanoTime) {
        if (config.failedTokensPerSecond() < 1) {
            throw new IllegalArgumentException("emplace.limits.caller.failed-tokens-per-second is "
                    + config.failedTokensPerSecond() + "; it must be at least 1");
        }
        this.perSecond = config.failedTokensPerSecond();
        this.rates = new Rates(perSecond, perSecond * BURST_SECONDS, config.remembered(), nanoTime);
    }

    /** @throws CallerLimitException if more came from the address than may */
    void check(Optional<String> address) {
        long pause = address.map(rates::pause).orElse(0L);
        if (pause > 0) {
            throw CallerLimitException.tooManyFailed(perSecond, pause);
        }
    }

    void count(Optional<String> address) {
        address.ifPresent(rates::take);
    }
}
