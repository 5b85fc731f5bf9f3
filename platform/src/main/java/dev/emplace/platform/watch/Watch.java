package dev.emplace.platform.watch;

import dev.emplace.platform.errors.Failure;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * One stream of changes. It reads on while its caller reads, so that a slow one costs no memory, and one that reads
 * nothing is ended.
 */
final class Watch<R> {

    private static final Logger LOG = Logger.getLogger(Watch.class);

    /** What is read in one turn. A watch far behind, whose filter lets nothing through, is not to keep its thread. */
    private static final int PORTIONS = 16;

    private final Cursor<R> cursor;
    private final ServerCallStreamObserver<R> out;
    private final Executor executor;
    private final LongSupplier nanos;
    private final AtomicInteger wanted = new AtomicInteger();
    private volatile long heard;
    private volatile boolean bookmarkDue = true;
    private volatile Optional<Failure> refusal = Optional.empty();
    private volatile boolean ended;

    Watch(Cursor<R> cursor, ServerCallStreamObserver<R> out, Executor executor, LongSupplier nanos) {
        this.cursor = cursor;
        this.out = out;
        this.executor = executor;
        this.nanos = nanos;
        this.heard = nanos.getAsLong();
    }

    /** Goes on where it is; on one thread at a time, whoever asks for it. */
    void wake() {
        if (!ended && wanted.getAndIncrement() == 0) {
            executor.execute(this::takeTurn);
        }
    }

    /** Its caller is gone: nothing is sent any more. */
    void end() {
        ended = true;
    }

    /** Tells a caller that has heard nothing for a time how far it is; ends a stream that nobody reads. */
    void look(Duration bookmarkInterval, Duration patience) {
        long silent = nanos.getAsLong() - heard;
        if (out.isReady()) {
            if (silent >= bookmarkInterval.toNanos()) {
                bookmarkDue = true;
                wake();
            }
        } else if (silent >= patience.toNanos() && cursor.isBehind()) {
            // Not here: a stream takes what it is told from one thread at a time.
            refusal = Optional.of(new SlowReaderException(patience, cursor.resumption()));
            wake();
        }
    }

    private void refuse(Failure failure) {
        if (!ended) {
            ended = true;
            out.onError(Status.UNKNOWN.withCause(failure).asRuntimeException());
        }
    }

    private void takeTurn() {
        int seen = wanted.get();
        boolean behind = false;
        try {
            refusal.ifPresent(this::refuse);
            behind = goOn();
        } catch (Failure failure) {
            refuse(failure);
        } catch (RuntimeException failed) {
            LOG.debug("A watch ends since its changes could not be read", failed);
            refuse(new LogUnavailableException(cursor.resumption()));
        }
        if (wanted.addAndGet(-seen) > 0) {
            executor.execute(this::takeTurn);
        } else if (behind) {
            wake();
        }
    }

    /** Whether there is more to read for a caller who reads. */
    private boolean goOn() {
        for (int told = 0; told < PORTIONS && mayGoOn(); told++) {
            cursor.advance().ifPresent(this::send);
        }
        if (!ended && bookmarkDue && out.isReady() && cursor.hasBegun()) {
            send(cursor.bookmark());
        }
        return mayGoOn();
    }

    private boolean mayGoOn() {
        return !ended && out.isReady() && cursor.isBehind();
    }

    private void send(R message) {
        out.onNext(message);
        heard = nanos.getAsLong();
        bookmarkDue = false;
    }
}
