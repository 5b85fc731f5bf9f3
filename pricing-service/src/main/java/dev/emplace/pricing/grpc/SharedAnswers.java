package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.WatchOffersResponse;
import dev.emplace.platform.watch.Position;
import dev.emplace.pricing.domain.search.Requirement;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Messages that a thousand watches with one filter send in one second: made once, and encoded once. */
@Singleton
final class SharedAnswers {

    private static final int MOST = 64;

    private final Clock clock;
    private final Map<Shared, WatchOffersResponse> answers = new ConcurrentHashMap<>();

    SharedAnswers(Clock clock) {
        this.clock = clock;
    }

    /**
     * All that a message depends on but the second.
     *
     * @param changes that a watch selected, which are told as its requirement sees them
     */
    record Told(Requirement requirement, List<Position> changes, Position next, long revision) {}

    /** The ages of prices depend on the second. */
    private record Shared(Told told, long second) {}

    WatchOffersResponse of(Told told, Supplier<WatchOffersResponse> message) {
        if (answers.size() >= MOST) {
            answers.clear();
        }
        return answers.computeIfAbsent(new Shared(told, clock.instant().getEpochSecond()), fresh -> message.get());
    }
}
