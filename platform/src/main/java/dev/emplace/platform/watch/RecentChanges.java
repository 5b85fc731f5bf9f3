package dev.emplace.platform.watch;

import java.util.ArrayList;
import java.util.List;

/**
 * The last changes of a log in memory: read once, however many watch. What lies before them, and a change too large to be
 * kept here, is read from the log page by page.
 */
final class RecentChanges<C> implements ChangeLog<C> {

    private final ChangeLog<C> log;
    private final SharedPages<C> pages;
    private final int capacity;
    private volatile Recent<C> recent;

    /** Those of {@code first} up to all of {@code revision}. */
    private record Recent<C>(Position first, List<Entry<C>> changes, long revision) {}

    RecentChanges(ChangeLog<C> log, int capacity) {
        this.log = log;
        this.pages = new SharedPages<>(log);
        this.capacity = capacity;
        this.recent = nothingUpTo(log.revision());
    }

    private static <C> Recent<C> nothingUpTo(long revision) {
        return new Recent<>(Position.startOf(revision + 1), List.of(), revision);
    }

    /** Reads what is new; by one thread at a time. */
    void refresh() {
        var before = recent;
        long revision = log.revision();
        if (revision <= before.revision()) {
            return;
        }
        var fresh = log.from(Position.startOf(before.revision() + 1), revision, capacity);
        if (fresh.size() >= capacity) {
            recent = nothingUpTo(revision);
            return;
        }
        var all = new ArrayList<>(before.changes());
        all.addAll(fresh);
        int dropped = Math.max(0, all.size() - capacity);
        var first =
                dropped == 0 ? before.first() : all.get(dropped - 1).position().next();
        recent = new Recent<>(first, List.copyOf(all.subList(dropped, all.size())), revision);
    }

    @Override
    public long revision() {
        return recent.revision();
    }

    @Override
    public List<Entry<C>> from(Position first, long last, int limit) {
        var known = recent;
        if (first.compareTo(known.first()) < 0 || last > known.revision()) {
            return pages.from(first, last, limit);
        }
        int start = indexOf(first, known.changes());
        int end = indexOf(Position.startOf(last + 1), known.changes());
        return known.changes().subList(start, Math.min(end, start + limit));
    }

    /** Of the first change that stands there or later. */
    private static <C> int indexOf(Position position, List<Entry<C>> changes) {
        int low = 0;
        int high = changes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (changes.get(middle).position().compareTo(position) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
