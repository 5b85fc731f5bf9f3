package dev.emplace.platform.calls;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalLong;

/** How much a service takes on at once, and how long it works for a caller who did not say. */
@ConfigMapping(prefix = "emplace.calls")
public interface CallsConfig {

    /** Blocking calls that run at the same time. */
    @WithDefault("64")
    int concurrency();

    /** Blocking calls that wait for one of those; a call beyond them is refused as OVERLOADED. */
    @WithDefault("512")
    int queue();

    /** Where even the luckiest call waits longer than this for queue-interval, those that waited twice as long are refused. */
    @WithDefault("250ms")
    Duration queueTarget();

    /** A queue that stands for so long is no burst. */
    @WithDefault("1s")
    Duration queueInterval();

    /** Calls open at the same time in this process, streams too; a call beyond them is refused as OVERLOADED. */
    @WithDefault("4096")
    int open();

    /** Requests and answers that open calls hold in memory; calls beyond are refused. By default an eighth of the heap. */
    OptionalLong heldBytes();

    /** Longest deadline of a unary call; a caller's longer one is cut to it. */
    @WithDefault("5m")
    Duration longestDeadline();

    /** Deadline of a unary call whose caller set none. */
    @WithDefault("15s")
    Duration defaultDeadline();

    /** How long a stopping service waits for calls in flight. */
    @WithDefault("10s")
    Duration drainTimeout();
}
