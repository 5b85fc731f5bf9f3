package dev.emplace.platform.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A log whose revisions have any number of changes, at indices with gaps. */
final class InMemoryLog implements ChangeLog<String> {

    private final List<Entry<String>> entries = new ArrayList<>();
    private long revision;
    private long oldest = 1;

    void publish(int changes, Random random) {
        revision++;
        long index = random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            entries.add(new Entry<>(new Position(revision, index), revision + "." + index));
            index += 1 + random.nextInt(3);
        }
    }

    void forgetBefore(long first) {
        oldest = first;
        entries.removeIf(entry -> entry.position().revision() < first);
    }

    List<Entry<String>> all() {
        return List.copyOf(entries);
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public List<Entry<String>> from(Position first, long last, int limit) {
        if (first.revision() < oldest) {
            throw new CompactedException(first.revision(), oldest);
        }
        return entries.stream()
                .filter(entry -> entry.position().compareTo(first) >= 0
                        && entry.position().revision() <= last)
                .limit(limit)
                .toList();
    }
}
