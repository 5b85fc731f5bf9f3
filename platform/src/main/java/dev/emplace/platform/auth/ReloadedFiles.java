package dev.emplace.platform.auth;

import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import io.grpc.util.AdvancedTlsX509TrustManager.Verification;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keys and certificates in files that are looked at again and again, since whoever issues them replaces them. gRPC's own
 * timers look once a minute at most, and take a key for a certificate that it does not belong to.
 */
@Singleton
final class ReloadedFiles {

    private static final Logger LOG = Logger.getLogger(ReloadedFiles.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(ReloadedFiles::thread);

    /** Read at once, so that a broken file fails now. A file that breaks later is logged, and what was read before stays. */
    AdvancedTlsX509KeyManager identity(Path certificate, Path key, Duration every)
            throws IOException, GeneralSecurityException {
        AdvancedTlsX509KeyManager identity = new AdvancedTlsX509KeyManager();
        follow(List.of(certificate, key), every, () -> {
            PemFiles.Identity read = PemFiles.identity(certificate, key);
            identity.updateIdentityCredentials(read.chain(), read.key());
        });
        return identity;
    }

    AdvancedTlsX509TrustManager trust(Path authorities, Duration every, Verification verification)
            throws IOException, GeneralSecurityException {
        AdvancedTlsX509TrustManager trust = AdvancedTlsX509TrustManager.newBuilder()
                .setVerification(verification)
                .build();
        follow(List.of(authorities), every, () -> trust.updateTrustCredentials(PemFiles.chain(authorities)));
        return trust;
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    /** Reads now, and again whenever one of the files has changed. */
    @SuppressWarnings("FutureReturnValueIgnored") // Follower.run() throws nothing
    void follow(List<Path> files, Duration every, Reading reading) throws IOException, GeneralSecurityException {
        Follower follower = new Follower(files, reading);
        follower.read();
        timer.scheduleWithFixedDelay(follower, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "emplace-certificates");
        thread.setDaemon(true);
        return thread;
    }

    @FunctionalInterface
    interface Reading {
        void read() throws IOException, GeneralSecurityException;
    }

    private static final class Follower implements Runnable {

        private final List<Path> files;
        private final Reading reading;
        private List<FileTime> seen = List.of();

        Follower(List<Path> files, Reading reading) {
            this.files = files;
            this.reading = reading;
        }

        @Override
        public void run() {
            try {
                if (!times().equals(seen)) {
                    read();
                    LOG.infof("Read %s anew", files);
                }
            } catch (IOException | GeneralSecurityException | RuntimeException broken) {
                LOG.warnf("%s cannot be used; what was read before stays: %s", files, broken.getMessage());
            }
        }

        void read() throws IOException, GeneralSecurityException {
            List<FileTime> times = times();
            reading.read();
            seen = times;
        }

        private List<FileTime> times() throws IOException {
            List<FileTime> times = new ArrayList<>();
            for (Path file : files) {
                times.add(Files.getLastModifiedTime(file));
            }
            return times;
        }
    }
}
