package dev.emplace.pricing.ingest.files;

import dev.emplace.pricing.domain.imports.ForbiddenAddressException;
import dev.emplace.pricing.domain.imports.ImportLog;
import dev.emplace.pricing.domain.imports.ImportRecord;
import dev.emplace.pricing.domain.imports.Outcome;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Imports what a server has, if that is new. */
public final class UrlImport {

    private final Download download;
    private final FileImport files;
    private final ImportLog log;

    public UrlImport(Download download, FileImport files, ImportLog log) {
        this.download = download;
        this.files = files;
        this.log = log;
    }

    /**
     * Downloads and imports, blocking.
     *
     * @param assignment whose document is the address
     * @return empty where the server has nothing newer than what was imported last
     */
    public Optional<ImportRecord> run(Assignment assignment, LongConsumer bytes, LongConsumer rows)
            throws IOException, InterruptedException {
        var url = assignment.document();
        var source = assignment.source();
        var etag = assignment.validateOnly() ? Optional.<String>empty() : log.etag(source, url);
        try (var fetched =
                download.fetch(uri(url), files.format(assignment.format(), assignment.provider()), etag, bytes)) {
            if (fetched.pages().isEmpty()) {
                return Optional.empty();
            }
            var ended = files.run(assignment, fetched.pages(), fetched.bytes(), rows);
            if (ended.outcome() == Outcome.PUBLISHED || ended.outcome() == Outcome.UNCHANGED) {
                fetched.etag().ifPresent(tag -> log.remember(source, url, tag));
            }
            return Optional.of(ended);
        }
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException malformed) {
            throw new ForbiddenAddressException(url, "is no address such as https://example.com/prices.csv");
        }
    }
}
