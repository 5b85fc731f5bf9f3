package dev.emplace.pricing.ingest.files;

import dev.emplace.pricing.domain.catalog.PriceBook;
import dev.emplace.pricing.domain.imports.ForbiddenAddressException;
import dev.emplace.pricing.domain.imports.ImportLog;
import dev.emplace.pricing.domain.imports.ImportRecord;
import dev.emplace.pricing.domain.sheets.Sheet;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/** Imports what a server has, if that is new. */
public final class UrlImport {

    private final Download download;
    private final FileImport files;
    private final ImportLog log;
    private final PriceBook book;
    private final Clock clock;
    private final String readWith;

    /**
     * Over what it needs.
     *
     * @param readWith digest of the tables of machines and regions that rows are read with
     */
    public UrlImport(Download download, FileImport files, ImportLog log, PriceBook book, Clock clock, String readWith) {
        this.download = download;
        this.files = files;
        this.log = log;
        this.book = book;
        this.clock = clock;
        this.readWith = readWith;
    }

    /**
     * Downloads and imports, blocking.
     *
     * @param assignment whose document is the address
     * @return empty where the server has nothing newer than what was imported last
     */
    public Optional<ImportRecord> run(Assignment assignment, LongConsumer bytes, LongConsumer rows)
            throws IOException, InterruptedException {
        var sheet = files.sheetOf(assignment);
        var answered = log.answered(assignment.request());
        if (answered.isPresent()) {
            return answered;
        }
        var origin = new ImportLog.Origin(assignment.source(), assignment.document(), readWith(sheet));
        var etag = assignment.validateOnly() ? Optional.<String>empty() : log.etag(origin);
        var asked = clock.instant();
        var address = uri(origin.url());
        try (var fetched =
                download.fetch(address, files.format(assignment.format(), assignment.provider()), etag, bytes)) {
            if (fetched.pages().isEmpty()) {
                book.confirm(origin.source(), assignment.observed().orElse(asked));
                return Optional.empty();
            }
            var tag = fetched.etag().map(etagOfAll -> new ImportLog.Tag(origin, etagOfAll));
            return Optional.of(files.run(assignment.citing(address), fetched.pages(), fetched.bytes(), tag, rows));
        }
    }

    /** For other readers what is the same at its server must be imported all the same. */
    private String readWith(Optional<Sheet> sheet) {
        return sheet.map(each -> readWith + ' ' + new TreeSet<>(each.readers())).orElse(readWith);
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException malformed) {
            throw new ForbiddenAddressException(url, "is no address such as https://example.com/prices.csv");
        }
    }
}
