package dev.emplace.platform.watch;

import java.util.List;
import java.util.function.Predicate;

/** What a watch told at once. */
record RecordedMessage(List<Entry<String>> changes, Position next, long revision) {

    static final WatchMessages<String, RecordedMessage> ALL = about(change -> true);

    static WatchMessages<String, RecordedMessage> about(Predicate<String> told) {
        return new WatchMessages<>() {
            @Override
            public List<Entry<String>> select(List<Entry<String>> changes) {
                return changes.stream()
                        .filter(entry -> told.test(entry.change()))
                        .toList();
            }

            @Override
            public RecordedMessage message(List<Entry<String>> changes, Position next, long revision) {
                return new RecordedMessage(List.copyOf(changes), next, revision);
            }
        };
    }
}
