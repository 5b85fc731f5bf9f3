package dev.emplace.platform.watch;

import dev.emplace.platform.errors.Failure;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The open watches of one kind: woken when there is news, looked after while there is none. */
public final class OpenWatches implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OpenWatches.class);
    private static final int THREADS = 4;
    private static final long LOOK_MILLIS = 250;

    private final WatchConfig config;
    private final Runnable beforeWaking;
    private final Set<Watch<?>> open = ConcurrentHashMap.newKeySet();
    private final Executor senders;
    private final ScheduledExecutorService timer;
    private final AtomicBoolean newsWaits = new AtomicBoolean();

    public OpenWatches(WatchConfig config) {
        this(config, () -> {});
    }

    /** @param beforeWaking what is done once, on one thread, however many watch */
    OpenWatches(WatchConfig config, Runnable beforeWaking) {
        this.config = config;
        this.beforeWaking = beforeWaking;
        // Whoever has news while it closes is not to fail for it.
        this.timer = new ScheduledThreadPoolExecutor(1, work -> daemon(work, "emplace-watches"), new DiscardPolicy());
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
     * @param start a failure of its is what the caller is told
     */
    public <R> void open(StreamObserver<R> out, Supplier<Cursor<R>> start) {
        try {
            open((ServerCallStreamObserver<R>) out, start.get());
        } catch (Failure refused) {
            out.onError(Status.UNKNOWN.withCause(refused).asRuntimeException());
        }
    }

    private <R> void open(ServerCallStreamObserver<R> out, Cursor<R> cursor) {
        var watch = new Watch<>(cursor, out, senders, System::nanoTime);
        out.setOnReadyHandler(watch::wake);
        out.setOnCancelHandler(() -> close(watch));
        out.setOnCloseHandler(() -> close(watch));
        open.add(watch);
        watch.wake();
    }

    /** There is more to tell. Returns at once. */
    public void news() {
        if (newsWaits.compareAndSet(false, true)) {
            timer.execute(() -> {
                newsWaits.set(false);
                wakeAll();
            });
        }
    }

    /** How many there are. */
    public int size() {
        return open.size();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void wakeAll() {
        try {
            beforeWaking.run();
        } catch (RuntimeException failed) {
            LOG.debug("What is new could not be read; the next look tries again", failed);
        }
        open.forEach(Watch::wake);
    }

    private void look() {
        open.forEach(watch -> watch.look(config.bookmarkInterval(), config.patience()));
    }

    private void close(Watch<?> watch) {
        watch.end();
        open.remove(watch);
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
