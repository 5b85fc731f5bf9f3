package dev.emplace.platform.calls;

import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;

/** The one way off the event loop: runs a call's blocking work and answers with its result. */
@Startup
@ApplicationScoped
public class Dispatcher {

    private final Lane lane;
    private final Admission admission;
    private final int queue;

    Dispatcher(CallThreads threads, CallsConfig config, MeterRegistry registry) {
        this.queue = config.queue();
        this.lane = new Lane(threads, config.concurrency(), queue);
        this.admission = new Admission(config, LaneMetrics.waits(registry));
        LaneMetrics.register(registry, lane);
    }

    /**
     * Runs blocking work off the event loop, within the caller's Context (and so its deadline) and trace, and answers
     * {@code out} with the result or with the mapped error. A call that is cancelled, or out of time, before its work
     * starts never starts it; nor does one that has waited too long in a queue that stands. Work that has started runs to
     * its end; it may ask {@code Context.current().isCancelled()}.
     */
    public <R> void dispatch(StreamObserver<R> out, Callable<R> work) {
        Context context = Context.current();
        DispatchedCall<R> call = new DispatchedCall<>(context, out, work, admission);
        if (!admitted(call)) {
            return;
        }
        context.addListener(ended -> withdraw(call), Runnable::run);
    }

    private void withdraw(DispatchedCall<?> call) {
        if (lane.withdraw(call)) {
            call.endUnstarted();
        }
    }

    private boolean admitted(DispatchedCall<?> call) {
        try {
            boolean admitted = lane.admit(call);
            if (!admitted) {
                call.refuse(OverloadedException.queued(queue));
            }
            return admitted;
        } catch (RejectedExecutionException stopped) {
            call.refuse(new ShuttingDownException());
            return false;
        }
    }
}
