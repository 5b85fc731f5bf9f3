package dev.emplace.bench.pricing.visibility;

import dev.emplace.api.pricing.v1.OfferChange;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.bench.stack.ServerProcess;
import dev.emplace.client.Catalog;
import dev.emplace.client.OfferList;
import dev.emplace.client.OfferListener;
import dev.emplace.client.OfferWatch;
import dev.emplace.client.ServiceConnection;
import dev.emplace.client.WatchedOffers;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Watches of our client, spread over replicas and over connections as many processes would have them. */
final class Watchers implements AutoCloseable {

    private static final int A_CONNECTION = 50;
    private static final int LONGEST_START_SECONDS = 120;

    private final List<ServiceConnection> connections = new ArrayList<>();
    private final List<OfferWatch> watches = new ArrayList<>();
    private final Arrivals arrivals;

    private Watchers(int count) {
        arrivals = new Arrivals(count);
    }

    /** Starts them, some at a time, and returns when each has listed what it watches. */
    static Watchers start(List<ServerProcess> replicas, int count, OfferRequirement requirement)
            throws InterruptedException {
        Watchers started = new Watchers(count);
        for (int i = 0; i < count; i += A_CONNECTION) {
            ServerProcess replica = replicas.get(i / A_CONNECTION % replicas.size());
            started.connect(replica, Math.min(A_CONNECTION, count - i), requirement);
        }
        return started;
    }

    private void connect(ServerProcess replica, int count, OfferRequirement requirement) throws InterruptedException {
        ServiceConnection connection = ServiceConnection.inTheClear(replica.address());
        connections.add(connection);
        Catalog catalog = new Catalog(connection);
        CountDownLatch listed = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            watches.add(catalog.watch(WatchedOffers.meeting(requirement), new Listener(arrivals, listed)));
        }
        if (!listed.await(LONGEST_START_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(listed.getCount() + " of " + count + " watchers did not list in time");
        }
    }

    Arrivals arrivals() {
        return arrivals;
    }

    @Override
    public void close() {
        watches.forEach(OfferWatch::close);
        connections.forEach(ServiceConnection::close);
    }

    private record Listener(Arrivals arrivals, CountDownLatch listed) implements OfferListener {

        @Override
        public void listed(OfferList offers) {
            listed.countDown();
        }

        @Override
        public void changed(OfferChange change) {
            arrivals.told(change.getRevision());
        }

        @Override
        public void refused(StatusRuntimeException why) {
            throw new IllegalStateException("a watcher was refused", why);
        }
    }
}
