package dev.emplace.pricing.ingest.files;

import dev.emplace.pricing.domain.imports.BrokenFileException;
import dev.emplace.pricing.domain.imports.FileTooLargeException;
import dev.emplace.pricing.domain.imports.SourceUnreachableException;
import dev.emplace.pricing.ingest.formats.PriceFormat;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Reads a source's pages from its server onto disk, patiently, and only if they are new. */
public final class Download {

    private static final int MOST_PAGES = 10_000;
    private static final int NOT_MODIFIED = 304;
    private static final int BUFFER = 1 << 16;

    private final HttpClient client;
    private final AddressRules addresses;
    private final Patience patience;
    private final Spool spool;

    public Download(AddressRules addresses, Patience patience, Spool spool) {
        this.addresses = addresses;
        this.patience = patience;
        this.spool = spool;
        // Redirects are not followed: where they lead was not checked.
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Blocks until all pages are there.
     *
     * @param etag of what was read last; the server answers with pages only if it has others
     * @param progress told how many bytes have come; also before each attempt, so that it can stop what nobody waits for
     */
    public Fetched fetch(URI first, PriceFormat format, Optional<String> etag, LongConsumer progress)
            throws IOException, InterruptedException {
        var pages = new ArrayList<SpooledFile>();
        try {
            var tag = fetch(first, format, etag, progress, pages);
            return new Fetched(pages, tag);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            new Fetched(pages, Optional.empty()).close();
            throw failed;
        }
    }

    private Optional<String> fetch(
            URI first, PriceFormat format, Optional<String> etag, LongConsumer progress, List<SpooledFile> pages)
            throws IOException, InterruptedException {
        var tag = Optional.<String>empty();
        var end = patience.end();
        long bytes = 0;
        for (var next = Optional.of(first); next.isPresent(); ) {
            var uri = next.get();
            long before = bytes;
            var response = send(uri, pages.isEmpty() ? etag : Optional.empty(), () -> {
                end.require(uri);
                progress.accept(before);
            });
            try (var body = response.body()) {
                if (response.statusCode() == NOT_MODIFIED) {
                    return etag;
                }
                requireMediaType(uri, response.headers(), format);
                var page = spool.file();
                pages.add(page);
                copy(
                        uri,
                        body,
                        page,
                        came -> {
                            end.require(uri);
                            progress.accept(before + came);
                        },
                        bytes);
                requireWhole(uri, response.headers(), page);
                bytes += page.size();
            }
            // The tag of one page says nothing of the others.
            tag = pages.size() == 1 ? response.headers().firstValue("etag") : Optional.empty();
            next = format.next(uri, pages.get(pages.size() - 1));
            if (pages.size() == MOST_PAGES && next.isPresent()) {
                throw new BrokenFileException(host(uri), "has more than " + MOST_PAGES + " pages");
            }
        }
        return tag;
    }

    private HttpResponse<InputStream> send(URI uri, Optional<String> etag, Runnable attempting)
            throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            var problem = "does not answer";
            var wait = patience.afterAttempt(attempt);
            attempting.run();
            addresses.require(uri);
            try {
                var response = client.send(request(uri, etag), BodyHandlers.ofInputStream());
                int status = response.statusCode();
                if (status == 200 || (status == NOT_MODIFIED && etag.isPresent())) {
                    return response;
                }
                response.body().close();
                problem = "answers with status " + status;
                if (status != 429 && status < 500) {
                    throw new SourceUnreachableException(host(uri), problem);
                }
                wait = patience.asked(response.headers().firstValue("retry-after"), wait);
            } catch (IOException unreachable) {
                // Tried again below: connections break.
            }
            if (attempt == patience.attempts()) {
                throw new SourceUnreachableException(host(uri), problem + ", asked " + attempt + " times");
            }
            Thread.sleep(wait.toMillis());
        }
    }

    private HttpRequest request(URI uri, Optional<String> etag) {
        var request = HttpRequest.newBuilder(uri).timeout(patience.answer()).header("accept-encoding", "identity");
        etag.ifPresent(tag -> request.header("if-none-match", tag));
        return request.build();
    }

    private void copy(URI uri, InputStream body, SpooledFile page, LongConsumer progress, long before) {
        var buffer = new byte[BUFFER];
        try (var watch = patience.watch(body)) {
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                watch.moved();
                if (before + page.size() + count > spool.mostBytes()) {
                    throw new FileTooLargeException(spool.mostBytes());
                }
                page.append(buffer, count);
                progress.accept(page.size());
            }
        } catch (IOException broken) {
            throw new SourceUnreachableException(host(uri), "broke off after " + page.size() + " bytes");
        }
    }

    private static void requireMediaType(URI uri, HttpHeaders headers, PriceFormat format) {
        var type = headers.firstValue("content-type")
                .map(value -> value.split(";", -1)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
        if (!format.mediaTypes().contains(type)) {
            throw new BrokenFileException(
                    host(uri),
                    "sends '" + (type.length() > 60 ? type.substring(0, 60) : type) + "', but must send "
                            + String.join(" or ", format.mediaTypes()));
        }
    }

    private static void requireWhole(URI uri, HttpHeaders headers, SpooledFile page) {
        var length = headers.firstValueAsLong("content-length");
        if (length.isPresent() && length.getAsLong() != page.size()) {
            throw new BrokenFileException(
                    host(uri), page.size() + " bytes came of " + length.getAsLong() + ": it is cut off");
        }
    }

    private static String host(URI uri) {
        return String.valueOf(uri.getHost());
    }

    /** Stops a body that does not move. */
    interface Watch extends AutoCloseable {
        void moved();

        @Override
        void close();
    }

    static Duration shorter(Duration one, Duration two) {
        return one.compareTo(two) <= 0 ? one : two;
    }
}
