package dev.emplace.pricing.grpc;

import dev.emplace.platform.calls.Dispatcher;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What a caller streams, handed to the worker that takes it: one message is asked for when the one before was taken, so
 * that a fast caller fills no memory and a slow one no thread but its own.
 */
final class MessageQueue<Q> implements StreamObserver<Q> {

    /** How often a worker that waits looks whether its call is still there. */
    private static final long LOOK_MILLIS = 200;

    private final LinkedBlockingQueue<Optional<Q>> messages = new LinkedBlockingQueue<>();
    private final ServerCallStreamObserver<?> call;
    private final Duration silence;

    private MessageQueue(ServerCallStreamObserver<?> call, Duration silence) {
        this.call = call;
        this.silence = silence;
    }

    /**
     * Runs work on a worker that takes the call's messages, and answers with its result.
     *
     * @param silence how long the worker waits for a message, so that callers who send none hold no workers
     */
    static <Q, R> StreamObserver<Q> receive(
            ServerCallStreamObserver<R> call, Dispatcher dispatcher, Duration silence, Work<Q, R> work) {
        var queue = new MessageQueue<Q>(call, silence);
        call.disableAutoRequest();
        call.request(1);
        dispatcher.dispatch(call, () -> work.on(queue));
        return queue;
    }

    /** The next message; empty once the caller has sent all. Asks for the one after it. */
    Optional<Q> take() throws InterruptedException {
        for (long begin = System.nanoTime(); System.nanoTime() - begin < silence.toNanos(); ) {
            var message = messages.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (message != null) {
                message.ifPresent(any -> call.request(1));
                return message;
            }
            if (Context.current().isCancelled() || call.isCancelled()) {
                throw new CancellationException("the caller has left");
            }
        }
        throw new IdleStreamException(silence);
    }

    @Override
    public void onNext(Q message) {
        messages.add(Optional.of(message));
    }

    @Override
    public void onError(Throwable cancelled) {
        // The context says so too, which take() looks at.
    }

    @Override
    public void onCompleted() {
        messages.add(Optional.empty());
    }

    @FunctionalInterface
    interface Work<Q, R> {
        R on(MessageQueue<Q> queue) throws Exception;
    }
}
