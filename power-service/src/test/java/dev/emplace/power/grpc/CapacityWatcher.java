package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.CapacityChange;
import dev.emplace.api.power.v1.CapacityServiceGrpc;
import dev.emplace.api.power.v1.SitePosition;
import dev.emplace.api.power.v1.WatchCapacityRequest;
import dev.emplace.api.power.v1.WatchCapacityResponse;
import io.grpc.Channel;
import io.grpc.Context;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A client that keeps all that it was told, and the last position of each site, as the contract asks. */
final class CapacityWatcher {
    final List<CapacityChange> told = new ArrayList<>();
    final List<WatchCapacityResponse> messages = new ArrayList<>();
    final Map<String, SitePosition> positions = new TreeMap<>();

    /** Watches from where it is until enough was told; a stream that breaks before throws. */
    void watch(Channel channel, WatchCapacityRequest selection, BooleanSupplier enough) {
        Context.CancellableContext call = Context.current().withCancellation();
        try {
            call.run(() -> {
                Iterator<WatchCapacityResponse> stream = CapacityServiceGrpc.newBlockingStub(channel)
                        .withDeadlineAfter(1, TimeUnit.MINUTES)
                        .watchCapacity(selection.toBuilder()
                                .addAllStarts(positions.values())
                                .build());
                do {
                    record(stream.next());
                } while (!enough.getAsBoolean());
            });
        } finally {
            call.cancel(null);
        }
    }

    private void record(WatchCapacityResponse message) {
        messages.add(message);
        told.addAll(message.getChangesList());
        message.getNextList().forEach(position -> positions.put(position.getSite(), position));
    }

    /** Whether the change of that revision was told, or would have been. */
    boolean isBehind(String site, long revision) {
        return positions.containsKey(site) && positions.get(site).getRevision() > revision;
    }

    List<Long> revisions(String site) {
        return told.stream()
                .filter(change -> change.getSite().equals(site))
                .map(CapacityChange::getRevision)
                .toList();
    }
}
