package dev.emplace.platform.calls;

import io.grpc.ManagedChannel;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tries lost connections anew every few seconds. gRPC's own pauses grow to two minutes, for which a service that came back
 * would be left alone; no public setting of grpc-java caps them.
 */
@Singleton
final class Reconnects {

    private final Set<ManagedChannel> channels = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "emplace-reconnect");
        thread.setDaemon(true);
        return thread;
    });

    Reconnects(OutgoingConfig config) {
        long nanos = config.reconnect().toNanos();
        var unused = timer.scheduleWithFixedDelay(this::reconnect, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    void watch(ManagedChannel channel) {
        channels.add(channel);
    }

    /** Of no effect on connections that stand, or are being made. */
    private void reconnect() {
        channels.removeIf(ManagedChannel::isShutdown);
        channels.forEach(ManagedChannel::resetConnectBackoff);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
