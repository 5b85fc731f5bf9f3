package dev.emplace.platform.watch;

import java.util.Optional;

/**
 * Where one watch stands in what it is about. One thread at a time moves it on; any may ask whether it is behind.
 *
 * @param <R> a message of the watch's stream
 */
public interface Cursor<R> {

    /** Whether it knows where it stands: before that, nothing is told, and whoever holds it up wakes it. Returns at once. */
    default boolean hasBegun() {
        return true;
    }

    /** Whether there is more to read now. Returns at once. */
    boolean isBehind();

    /**
     * Reads one portion and stands behind it; empty where nothing of it is told. Blocks while it reads, and for nothing
     * else: a few threads serve all watches.
     */
    Optional<R> advance();

    /** Says how far it is. */
    R bookmark();

    /** Where a caller goes on whose stream ends here. */
    Resumption resumption();
}
