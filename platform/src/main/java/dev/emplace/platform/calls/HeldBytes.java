package dev.emplace.platform.calls;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Counts what unary calls hold in memory: requests as they arrive, and answers until their callers have read them; and
 * the items of streams that wait for their answers. Where all together hold more than the limit, a request that grows
 * beyond an equal share of it is refused; so what is held stays below twice the limit, and small calls pass beside large
 * ones.
 */
@Singleton
@Unremovable
public final class HeldBytes extends ServerStreamTracer.Factory {

    private static final Context.Key<Held> KEY = Context.key("emplace-held-bytes");

    private final long limit;
    private final AtomicLong total = new AtomicLong();
    private final AtomicInteger calls = new AtomicInteger();

    @Inject
    HeldBytes(CallsConfig config) {
        this(config.heldBytes().orElse(Runtime.getRuntime().maxMemory() / 8));
    }

    HeldBytes(long limit) {
        this.limit = limit;
    }

    /**
     * Counts one item of a stream, as if it were a call of its own. A stream whose items come and go needs no count; one
     * that works at several at once says so of each.
     *
     * @return lets go of it; more than once is once
     */
    public Runnable hold(long bytes) {
        Held item = new Held();
        item.begin();
        if (item.isExcess(() -> item.unpacked = bytes)) {
            item.release();
            throw OverloadedException.held(limit);
        }
        return item::release;
    }

    @Override
    public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
        return new Held();
    }

    /** Refuses the call, once it is known by its Context, should it come to hold too much. */
    void watch(Context context, GuardedCall<?, ?> call) {
        Held held = KEY.get(context);
        if (held != null) {
            held.call = call;
        }
    }

    long total() {
        return total.get();
    }

    private final class Held extends ServerStreamTracer {

        private volatile @Nullable GuardedCall<?, ?> call;
        private boolean counted;
        private long arrived;
        private long unpacked;
        private long written;

        @Override
        public Context filterContext(Context context) {
            return context.withValue(KEY, this);
        }

        /** A stream's messages come and go: what it holds at once is bounded by its flow control. */
        @Override
        public synchronized void serverCallStarted(ServerCallInfo<?, ?> info) {
            if (info.getMethodDescriptor().getType() == MethodType.UNARY) {
                begin();
            }
        }

        private synchronized void begin() {
            counted = true;
            calls.incrementAndGet();
        }

        @Override
        public void inboundWireSize(long bytes) {
            if (isExcess(() -> arrived += bytes)) {
                GuardedCall<?, ?> hog = call;
                if (hog != null) {
                    // At once, lest the others in the same batch of frames be refused for it, too.
                    release();
                    hog.refuse(OverloadedException.held(limit));
                }
            }
        }

        @Override
        public void inboundUncompressedSize(long bytes) {
            isExcess(() -> unpacked += bytes);
        }

        @Override
        public void outboundWireSize(long bytes) {
            isExcess(() -> written += bytes);
        }

        private synchronized boolean isExcess(Runnable growth) {
            if (!counted) {
                return false;
            }
            long before = bytes();
            growth.run();
            return total.addAndGet(bytes() - before) > limit && bytes() > limit / calls.get();
        }

        /** A request is held as it came, or as it was unpacked. */
        private long bytes() {
            return Math.max(arrived, unpacked) + written;
        }

        @Override
        public void streamClosed(Status status) {
            release();
        }

        private synchronized void release() {
            if (counted) {
                counted = false;
                calls.decrementAndGet();
                total.addAndGet(-bytes());
            }
        }
    }
}
