package dev.emplace.platform.watch;

import java.util.List;

/** The changes of something that has revisions, in order, for as long as they are kept. Its methods block. */
public interface ChangeLog<C> {

    /** The newest revision: all its changes can be read. */
    long revision();

    /**
     * The changes from a position on, up to a revision.
     *
     * @param limit the most to answer; fewer mean that there are no more
     * @throws CompactedException where some of them are no longer kept
     */
    List<Entry<C>> from(Position first, long last, int limit);
}
