package dev.emplace.platform.watch;

import java.util.Map;

/**
 * Where a watch goes on.
 *
 * @param words the same for people: "watch again from …"
 * @param metadata the same for programs; empty where only messages of the stream can say it
 */
public record Resumption(String words, Map<String, String> metadata) {

    static Resumption at(Position next) {
        return new Resumption(
                "watch again from revision " + next.revision() + ", index " + next.index(),
                Map.of(
                        "next_revision", Long.toString(next.revision()),
                        "next_index", Long.toString(next.index())));
    }
}
