package dev.emplace.pricing.ingest.files;

import java.util.List;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param pages empty where it has nothing newer than what the entity tag names
 * @param etag of the page, where there is one only
 */
public record Fetched(List<SpooledFile> pages, Optional<String> etag) implements AutoCloseable {
    public Fetched {
        pages = List.copyOf(pages);
    }

    long bytes() {
        return pages.stream().mapToLong(SpooledFile::size).sum();
    }

    String digest() {
        return String.join("", pages.stream().map(SpooledFile::sha256Hex).toList());
    }

    @Override
    public void close() throws java.io.IOException {
        for (var page : pages) {
            page.close();
        }
    }
}
