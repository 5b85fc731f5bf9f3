package dev.emplace.platform.auth;

import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of one issuer, held in memory, so that no call waits for the issuer. They are read again and again; a
 * key that is not among them asks for that soon.
 */
final class IssuerKeys {

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

    /** An unknown key costs its sender nothing: it must not make us ask the issuer more often than this. */
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(5);

    private final String issuer;
    private final KeySource source;
    private final ScheduledExecutorService timer;
    private final Runnable onChange;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile @Nullable List<JsonWebKey> keys;
    private volatile long readAt = System.nanoTime();

    IssuerKeys(String issuer, KeySource source, ScheduledExecutorService timer, Runnable onChange) {
        this.issuer = issuer;
        this.source = source;
        this.timer = timer;
        this.onChange = onChange;
    }

    /** Reads the keys now, and then again and again. */
    @SuppressWarnings("FutureReturnValueIgnored") // read() throws nothing
    void begin(Duration every) {
        timer.scheduleWithFixedDelay(this::read, 0, every.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean areRead() {
        return keys != null;
    }

    /** Since they were last read; since the start where they never were. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - readAt);
    }

    /** The key that a token is signed with; empty where the issuer has no such key. */
    Optional<Key> keyOf(JsonWebSignature token) throws JoseException {
        List<JsonWebKey> known = keys;
        if (known == null) {
            askSoon();
            throw new KeysNotReadException(issuer);
        }
        @Nullable JsonWebKey key = new VerificationJwkSelector().select(token, known);
        if (key == null) {
            askSoon();
            return Optional.empty();
        }
        return Optional.of(key.getKey());
    }

    private void read() {
        try {
            List<JsonWebKey> read = source.read();
            boolean changed = !same(read, keys);
            keys = read;
            readAt = System.nanoTime();
            if (changed) {
                LOG.infof("Read %d keys of the issuer '%s'", read.size(), issuer);
                onChange.run();
            }
        } catch (IOException | RuntimeException failed) {
            LOG.warnf("The keys of the issuer '%s' cannot be read: %s", issuer, failed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // read() throws nothing
    private void askSoon() {
        if (asked.compareAndSet(false, true)) {
            timer.execute(this::read);
            timer.schedule(() -> asked.set(false), LEAST_PAUSE.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private static boolean same(List<JsonWebKey> one, @Nullable List<JsonWebKey> other) {
        return other != null && texts(one).equals(texts(other));
    }

    private static List<String> texts(List<JsonWebKey> keys) {
        return keys.stream().map(JsonWebKey::toJson).sorted().toList();
    }
}
