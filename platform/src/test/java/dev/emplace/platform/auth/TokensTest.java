package dev.emplace.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.testkit.security.TestIssuer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Here 2 tokens a second and address may fail, 20 at once; time stands still for what failed. */
class TokensTest {

    private static final Optional<String> ADDRESS = Optional.of("address cb007107");

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void floodOfBadTokensIsRefusedUnseenAndKnownTokensAreBelieved(@TempDir Path folder) {
        TestIssuer issuer = TestIssuer.create(folder, "one");
        Tokens tokens = tokens(folder);
        String known = issuer.token("scheduler").signed();
        tokens.proofOf(known, ADDRESS);
        TestIssuer forger = issuer.forged();
        for (int n = 0; n < 20; n++) {
            String forged = forger.token("scheduler " + n).signed();
            assertThatThrownBy(() -> tokens.proofOf(forged, ADDRESS)).isInstanceOf(UnauthenticatedException.class);
        }

        String another = issuer.token("operator").signed();
        assertThatThrownBy(() -> tokens.proofOf(another, ADDRESS)).isInstanceOf(CallerLimitException.class);
        assertThat(tokens.proofOf(known, ADDRESS).caller()).isEqualTo("test:sub:scheduler");
        assertThat(tokens.proofOf(another, Optional.of("address cb007108")).caller())
                .isEqualTo("test:sub:operator");
        tokens.stop();
    }

    @Test
    void floodOfBadTokensShutsOutNoneThatWasGoodBeforeHoweverLongItLasts(@TempDir Path folder) {
        TestIssuer issuer = TestIssuer.create(folder, "one");
        Tokens tokens = tokens(folder);
        String known = issuer.token("scheduler").signed();
        tokens.proofOf(known, ADDRESS);
        TestIssuer forger = issuer.forged();
        for (int n = 0; n < 20; n++) {
            String forged = forger.token("scheduler " + n).signed();
            assertThatThrownBy(() -> tokens.proofOf(forged, ADDRESS)).isInstanceOf(UnauthenticatedException.class);
        }

        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(tokens.proofOf(known, ADDRESS).caller()).isEqualTo("test:sub:scheduler");
        tokens.stop();
    }

    private Tokens tokens(Path folder) {
        AuthConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, DurationConverter::parseDuration)
                .withMapping(AuthConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "emplace.auth.issuers.test.url",
                                TestIssuer.URL,
                                "emplace.auth.issuers.test.keys",
                                TestIssuer.published(folder).toUri().toString()),
                        "test",
                        500))
                .build()
                .getConfigMapping(AuthConfig.class);
        Tokens tokens = new Tokens(
                config,
                new FailedTokens(new CallerSharesTest.Config(), () -> 5),
                new SimpleMeterRegistry(),
                nanos::get);
        tokens.read(new StartupEvent());
        Awaitility.await().until(tokens::areReady);
        return tokens;
    }
}
