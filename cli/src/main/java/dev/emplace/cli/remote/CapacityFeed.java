package dev.emplace.cli.remote;

import dev.emplace.api.power.v1.CapacityServiceGrpc;
import dev.emplace.api.power.v1.SitePosition;
import dev.emplace.api.power.v1.WatchCapacityRequest;
import dev.emplace.api.power.v1.WatchCapacityResponse;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Changes of capacity as they come: after a stream ends it goes on where that ended, on whatever replica. */
public final class CapacityFeed {

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final CapacityServiceGrpc.CapacityServiceBlockingStub calls;
    private final Map<String, SitePosition> positions = new TreeMap<>();

    /** @param calls with a deadline where it is to end by itself */
    public CapacityFeed(CapacityServiceGrpc.CapacityServiceBlockingStub calls) {
        this.calls = calls;
    }

    /** Tells each message, until the deadline; an end that watching again would not mend is thrown. */
    public void follow(WatchCapacityRequest request, Consumer<WatchCapacityResponse> reader) {
        WatchCapacityRequest next = request;
        while (true) {
            try {
                read(calls.watchCapacity(next), reader);
            } catch (StatusRuntimeException ended) {
                if (ended.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED) {
                    return;
                }
                if (ended.getStatus().getCode() != Status.Code.UNAVAILABLE || positions.isEmpty()) {
                    throw ended;
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            next = request.toBuilder()
                    .clearStarts()
                    .addAllStarts(positions.values())
                    .build();
        }
    }

    private void read(Iterator<WatchCapacityResponse> messages, Consumer<WatchCapacityResponse> reader) {
        while (messages.hasNext()) {
            WatchCapacityResponse message = messages.next();
            message.getNextList().forEach(position -> positions.put(position.getSite(), position));
            reader.accept(message);
        }
    }
}
