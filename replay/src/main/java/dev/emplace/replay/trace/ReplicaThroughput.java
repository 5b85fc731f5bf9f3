package dev.emplace.replay.trace;

/** How many requests one replica serves in a second within its objective. */
@FunctionalInterface
public interface ReplicaThroughput {

    /** For requests of a mean length, in tokens. */
    double requestsPerSecond(double inputTokens, double outputTokens);
}
