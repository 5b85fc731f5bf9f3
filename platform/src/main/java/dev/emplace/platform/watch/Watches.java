package dev.emplace.platform.watch;

import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.InvalidFieldException;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The open watches of one log: woken when it grows, looked after while it does not. */
public final class Watches<C> implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Watches.class);
    private static final int RECENT_CHANGES = 2_000;
    private static final int THREADS = 4;
    private static final long LOOK_MILLIS = 250;

    private final RecentChanges<C> log;
    private final WatchConfig config;
    private final LongSupplier nanos;
    private final Set<Watch<C, ?>> open = ConcurrentHashMap.newKeySet();
    private final Executor senders;
    private final ScheduledExecutorService timer;
    private final AtomicBoolean newsWaits = new AtomicBoolean();

    public Watches(ChangeLog<C> log, WatchConfig config) {
        this.log = new RecentChanges<>(log, RECENT_CHANGES);
        this.config = config;
        this.nanos = System::nanoTime;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "emplace-watches"));
        var count = new AtomicInteger();
        this.senders =
                Executors.newFixedThreadPool(THREADS, work -> daemon(work, "emplace-watch-" + count.incrementAndGet()));
        begin();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // look() throws nothing
    private void begin() {
        timer.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Opens a watch on the stream of a call, from within its method: it ends when the caller leaves, or with a failure
     * that says where to go on.
     *
     * @param startRevision its first change is the first that is told; 0 for what comes next
     * @param startIndex where to begin inside that revision
     * @param messages a failure of theirs is what the caller is told
     */
    public <R> void open(
            StreamObserver<R> out, long startRevision, long startIndex, Supplier<WatchMessages<C, R>> messages) {
        try {
            open((ServerCallStreamObserver<R>) out, start(startRevision, startIndex), messages.get());
        } catch (Failure refused) {
            out.onError(Status.UNKNOWN.withCause(refused).asRuntimeException());
        }
    }

    private <R> void open(ServerCallStreamObserver<R> out, Position start, WatchMessages<C, R> messages) {
        var watch = new Watch<>(log, start, messages, out, senders, nanos);
        out.setOnReadyHandler(watch::wake);
        out.setOnCancelHandler(() -> close(watch));
        out.setOnCloseHandler(() -> close(watch));
        open.add(watch);
        watch.wake();
    }

    private Position start(long revision, long index) {
        if (revision == 0 && index != 0) {
            throw new InvalidFieldException("start_index", "is " + index + "; must be 0 without a start_revision");
        }
        return revision == 0 ? Position.startOf(log.revision() + 1) : new Position(revision, index);
    }

    /** The log has grown. Returns at once. */
    public void news() {
        if (newsWaits.compareAndSet(false, true)) {
            timer.execute(() -> {
                newsWaits.set(false);
                catchUp();
            });
        }
    }

    /** Open ones. */
    public int size() {
        return open.size();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void catchUp() {
        try {
            log.refresh();
        } catch (RuntimeException failed) {
            LOG.debug("The log of changes could not be read; the next look tries again", failed);
        }
        open.forEach(Watch::wake);
    }

    private void look() {
        open.forEach(watch -> watch.look(config.bookmarkInterval(), config.patience()));
    }

    private void close(Watch<C, ?> watch) {
        watch.end();
        open.remove(watch);
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
