package dev.emplace.pricing.ingest.formats;

import dev.emplace.pricing.domain.imports.BrokenFileException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Links from one page of an interface to the next. */
final class Links {

    private Links() {}

    /** Relative to the page that names it; a link to another server is none that this import was asked to follow. */
    static Optional<URI> resolve(URI current, String link) {
        if (link.isEmpty()) {
            return Optional.empty();
        }
        try {
            var next = current.resolve(link);
            if (!String.valueOf(current.getHost()).equalsIgnoreCase(next.getHost())) {
                throw new BrokenFileException(String.valueOf(current.getHost()), "names a next page on another server");
            }
            return Optional.of(next);
        } catch (IllegalArgumentException malformed) {
            throw new BrokenFileException(String.valueOf(current.getHost()), "names a next page that is no address");
        }
    }

    /** The same page with another {@code pageToken}. */
    static Optional<URI> withToken(URI current, String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        var query = Optional.ofNullable(current.getRawQuery()).orElse("");
        var others = Arrays.stream(query.split("&", -1))
                .filter(parameter -> !parameter.isEmpty() && !parameter.startsWith("pageToken="))
                .collect(Collectors.joining("&"));
        var next = (others.isEmpty() ? "" : others + "&") + "pageToken="
                + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return resolve(current, current.getRawPath() + "?" + next);
    }
}
