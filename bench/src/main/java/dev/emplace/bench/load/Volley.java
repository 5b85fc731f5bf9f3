package dev.emplace.bench.load;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls one after the other in some lines at once, until a time; and how long each took. */
final class Volley {

    private final Channel channel;
    private final MethodDescriptor<byte[], Integer> method;
    private final List<byte[]> requests;
    private final AtomicInteger next;
    private final long end;
    private final int lines;
    private final Latencies latencies = new Latencies();
    private volatile Status failure = Status.OK;
    private final CountDownLatch open;

    /** @param next of the requests, so that volleys go through all of them */
    Volley(
            Channel channel,
            MethodDescriptor<byte[], Integer> method,
            List<byte[]> requests,
            AtomicInteger next,
            int lines,
            long nanos) {
        this.channel = channel;
        this.method = method;
        this.requests = requests;
        this.next = next;
        this.lines = lines;
        this.open = new CountDownLatch(lines);
        this.end = System.nanoTime() + nanos;
    }

    /** How long each call took that was answered. */
    Latencies fire() throws InterruptedException {
        for (int i = 0; i < lines; i++) {
            call();
        }
        open.await();
        if (!failure.isOk()) {
            throw failure.asRuntimeException();
        }
        return latencies;
    }

    private void call() {
        ClientCall<byte[], Integer> call = channel.newCall(method, CallOptions.DEFAULT);
        call.start(new Answered(System.nanoTime()), new Metadata());
        call.request(2);
        call.sendMessage(requests.get(Math.floorMod(next.getAndIncrement(), requests.size())));
        call.halfClose();
    }

    private final class Answered extends ClientCall.Listener<Integer> {

        private final long start;

        Answered(long start) {
            this.start = start;
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            if (!status.isOk()) {
                failure = status;
                open.countDown();
                return;
            }
            long now = System.nanoTime();
            latencies.add(now - start);
            if (now - end < 0) {
                call();
            } else {
                open.countDown();
            }
        }
    }
}
