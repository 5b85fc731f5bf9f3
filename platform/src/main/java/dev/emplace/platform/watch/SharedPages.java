package dev.emplace.platform.watch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a log that were read lately: watches that go through a large change beside each other read each page once. What
 * a page holds never changes, since it ends at a revision that is there already.
 */
final class SharedPages<C> {

    private static final int KEPT = 64;

    private final ChangeLog<C> log;
    private final Map<Page, Reading> pages = new LinkedHashMap<>(KEPT, 1, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Page, Reading> eldest) {
            return size() > KEPT;
        }
    };

    private record Page(Position first, long last, int limit) {}

    SharedPages(ChangeLog<C> log) {
        this.log = log;
    }

    List<Entry<C>> from(Position first, long last, int limit) {
        return reading(new Page(first, last, limit)).changes();
    }

    private Reading reading(Page page) {
        synchronized (pages) {
            return pages.computeIfAbsent(page, Reading::new);
        }
    }

    /** One page; whoever asks while it is read waits for it, and reads it anew where that failed. */
    private final class Reading {

        private final Page page;
        private @Nullable List<Entry<C>> changes;

        Reading(Page page) {
            this.page = page;
        }

        synchronized List<Entry<C>> changes() {
            var read = changes;
            if (read == null) {
                read = List.copyOf(log.from(page.first(), page.last(), page.limit()));
                changes = read;
            }
            return read;
        }
    }
}
