package dev.emplace.client;

import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.WatchOffersRequest;
import dev.emplace.api.pricing.v1.WatchOffersResponse;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lists, then watches, and goes on where it was after every interruption, on whatever replica: the listener misses nothing.
 * Runs on a thread of its own until it is closed or refused.
 */
public final class OfferWatch implements AutoCloseable {

    private final Catalog catalog;
    private final WatchedOffers what;
    private final OfferListener listener;
    private final Pauses pauses = new Pauses();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Context.CancellableContext calls = Context.ROOT.withCancellation();
    private final Thread thread = new Thread(calls.wrap(this::run), "emplace-offer-watch");

    private OfferWatch(Catalog catalog, WatchedOffers what, OfferListener listener) {
        this.catalog = catalog;
        this.what = what;
        this.listener = listener;
    }

    static OfferWatch start(Catalog catalog, WatchedOffers what, OfferListener listener) {
        OfferWatch watch = new OfferWatch(catalog, what, listener);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    /** Ends the watch. What the listener is being told goes on to its end; nothing is told after it. */
    @Override
    public void close() {
        closed.countDown();
        calls.cancel(null);
    }

    /**
     * Waits until nothing more is told.
     *
     * @return whether it came to that in time
     */
    public boolean awaitEnd(Duration longest) throws InterruptedException {
        thread.join(longest.toMillis());
        return !thread.isAlive();
    }

    private void run() {
        while (!isClosed()) {
            try {
                OfferList list = catalog.list(what.requirement());
                pauses.reset();
                listener.listed(list);
                follow(list.revision() + 1);
            } catch (StatusRuntimeException error) {
                takeEndOf(error);
            }
        }
    }

    /** Tells changes until it is time to list again. */
    private void follow(long revision) {
        NextList nextList = new NextList(catalog.clock(), what.listedAnew());
        WatchOffersRequest.Builder position = WatchOffersRequest.newBuilder()
                .setRequirement(what.requirement())
                .setMinChangePercent(what.minimumChangePercent())
                .setStartRevision(revision);
        while (!isClosed() && !nextList.isDue()) {
            try {
                stream(position, nextList);
            } catch (StatusRuntimeException error) {
                if (!nextList.isDue() && takeEndOf(error) == Ending.COMPACTED) {
                    return;
                }
            }
        }
    }

    /** Tells what one stream brings, until it ends or has to end sooner than was known. */
    private void stream(WatchOffersRequest.Builder position, NextList nextList) {
        try (Context.CancellableContext stream = Context.current().withCancellation()) {
            Context before = stream.attach();
            try {
                Iterator<WatchOffersResponse> messages = catalog.connection()
                        .endless(CatalogServiceGrpc::newBlockingStub)
                        .withDeadline(nextList.asDeadline())
                        .watchOffers(position.build());
                boolean sooner = false;
                while (!sooner && !isClosed() && messages.hasNext()) {
                    sooner = tell(messages.next(), position, nextList);
                }
            } finally {
                stream.detach(before);
            }
        }
    }

    private boolean tell(WatchOffersResponse message, WatchOffersRequest.Builder position, NextList nextList) {
        boolean sooner = false;
        for (var change : message.getChangesList()) {
            listener.changed(change);
            sooner |= nextList.comesSoonerBy(change);
        }
        position.setStartRevision(message.getNextRevision()).setStartIndex(message.getNextIndex());
        pauses.reset();
        return sooner;
    }

    /** Tells the listener, and waits before the next attempt where there will be one. */
    private Ending takeEndOf(StatusRuntimeException error) {
        Ending ending = Ending.of(error);
        if (isClosed()) {
            return ending;
        }
        if (ending == Ending.REFUSED) {
            close();
            listener.refused(error);
        } else {
            listener.interrupted(error);
            pause();
        }
        return ending;
    }

    private void pause() {
        try {
            var unused = closed.await(pauses.take().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            close();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }
}
