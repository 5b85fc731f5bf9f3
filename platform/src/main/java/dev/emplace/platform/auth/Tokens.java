package dev.emplace.platform.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jspecify.annotations.Nullable;

/** Bearer tokens of every issuer that is trusted: who sent them. Answers from memory, on the event loop. */
@Singleton
final class Tokens {

    /** How long a token is believed without looking again: as long as a key that was withdrawn may still count. */
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    private static final int MOST_BELIEVED = 10_000;

    /** Only to learn whose token it is: nothing of it is believed. */
    private static final JwtConsumer UNVERIFIED = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .setJwsAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS)
            .build();

    private final AuthConfig config;
    private final FailedTokens failed;
    private final Map<String, TokenJudge> judges = new HashMap<>();
    private final Map<String, IssuerKeys> keys = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Tokens::thread);
    private final Clock clock = Clock.systemUTC();
    private final Cache<String, TokenJudge.Proof> believed;

    /** When tokens end that were good once: they are judged anew, whatever else comes from their address. */
    private final Cache<String, Instant> onceGood = Caffeine.newBuilder()
            .maximumSize(MOST_BELIEVED)
            .executor(Runnable::run)
            .build();

    @Inject
    Tokens(AuthConfig config, FailedTokens failed, MeterRegistry registry) {
        this(config, failed, registry, Ticker.systemTicker());
    }

    Tokens(AuthConfig config, FailedTokens failed, MeterRegistry registry, Ticker ticker) {
        this.config = config;
        this.failed = failed;
        this.believed = Caffeine.newBuilder()
                .maximumSize(MOST_BELIEVED)
                .expireAfterWrite(BELIEVED)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
        config.issuers().forEach((name, issuer) -> {
            IssuerKeys known = new IssuerKeys(name, new KeySource(issuer), timer, believed::invalidateAll);
            keys.put(name, known);
            Gauge.builder("emplace.issuer.keys.age", known, read -> read.age().toSeconds())
                    .description("Time since the keys of an issuer of tokens were last read")
                    .baseUnit("seconds")
                    .tag("issuer", name)
                    .register(registry);
            judges.put(issuer.url(), new TokenJudge(name, issuer, known, config.clockSkew()));
        });
    }

    void read(@Observes StartupEvent start) {
        config.issuers()
                .forEach(
                        (name, issuer) -> Objects.requireNonNull(keys.get(name)).begin(issuer.refresh()));
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    /** Whether tokens of every issuer can be judged. */
    boolean areReady() {
        return keys.values().stream().allMatch(IssuerKeys::areRead);
    }

    boolean areAccepted() {
        return !judges.isEmpty();
    }

    /**
     * Who sent the token; its expiry is not looked at where it was judged before.
     *
     * @param address from where it came; empty where that is not limited
     */
    TokenJudge.Proof proofOf(String token, Optional<String> address) {
        String digest = digest(token);
        TokenJudge.@Nullable Proof known = believed.getIfPresent(digest);
        if (known != null) {
            return known;
        }
        if (!wasGood(digest)) {
            failed.check(address);
        }
        try {
            TokenJudge.Proof proof = judged(token);
            believed.put(digest, proof);
            onceGood.put(digest, proof.expiry());
            return proof;
        } catch (UnauthenticatedException refused) {
            onceGood.invalidate(digest);
            failed.count(address);
            throw refused;
        }
    }

    private boolean wasGood(String digest) {
        return Optional.ofNullable(onceGood.getIfPresent(digest))
                .filter(clock.instant()::isBefore)
                .isPresent();
    }

    private TokenJudge.Proof judged(String token) {
        JwtContext parsed = parsed(token);
        return judgeOf(parsed).judge(parsed);
    }

    private TokenJudge judgeOf(JwtContext parsed) {
        try {
            return Optional.ofNullable(judges.get(parsed.getJwtClaims().getIssuer()))
                    .orElseThrow(() -> UnauthenticatedException.of(TokenFault.UNKNOWN_ISSUER));
        } catch (MalformedClaimException malformed) {
            throw UnauthenticatedException.of(TokenFault.CLAIMS);
        }
    }

    private static JwtContext parsed(String token) {
        // An encrypted one has more parts, and is not worth the work of finding out that we have no key.
        if (token.chars().filter(part -> part == '.').count() != 2) {
            throw UnauthenticatedException.of(TokenFault.MALFORMED);
        }
        try {
            return UNVERIFIED.process(token);
        } catch (InvalidJwtException malformed) {
            throw UnauthenticatedException.of(TokenFault.MALFORMED);
        }
    }

    /** Tokens themselves are not kept: a heap dump must not give them away. */
    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "emplace-issuer-keys");
        thread.setDaemon(true);
        return thread;
    }
}
