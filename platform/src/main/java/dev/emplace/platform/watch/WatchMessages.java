package dev.emplace.platform.watch;

import java.util.List;

/**
 * What one watch shows of the changes.
 *
 * @param <C> a change
 * @param <R> a message of its stream
 */
public interface WatchMessages<C, R> {

    /** The changes that this watch is about, in their order, perhaps none of them. */
    List<Entry<C>> select(List<Entry<C>> changes);

    /**
     * A message; without changes a bookmark.
     *
     * @param next where the watch goes on behind it
     * @param revision the newest one
     */
    R message(List<Entry<C>> changes, Position next, long revision);
}
