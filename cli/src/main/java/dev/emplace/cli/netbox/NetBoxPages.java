package dev.emplace.cli.netbox;

import dev.emplace.cli.CliException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where pages of NetBox come from: files, folders of them, or a running NetBox. */
public final class NetBoxPages {
    private static final int MOST_BYTES = 64 << 20;
    private static final int PAGE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private NetBoxPages() {}

    /** From JSON files, and those in folders. */
    public static NetBoxInventory read(List<Path> paths) {
        NetBoxInventory inventory = new NetBoxInventory();
        paths.stream().flatMap(NetBoxPages::files).forEach(file -> {
            try (InputStream in = Files.newInputStream(file)) {
                inventory.add(text(in, file.toString()), file.toString());
            } catch (IOException e) {
                throw new CliException("cannot read " + file + ": " + e.getMessage(), e);
            }
        });
        return inventory;
    }

    private static Stream<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> all = Files.list(path)) {
            List<Path> files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new CliException(path + " holds no .json file; save the pages of NetBox's REST API there");
            }
            return files.stream();
        } catch (IOException e) {
            throw new CliException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /**
     * From a running NetBox, page by page.
     *
     * @param site slug of the site; empty takes all
     * @param token empty calls as nobody
     */
    public static NetBoxInventory fetch(URI address, String site, String token) {
        NetBoxInventory inventory = new NetBoxInventory();
        try {
            HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            for (String endpoint : NetBoxInventory.ENDPOINTS) {
                String filter =
                        site.isEmpty() ? "" : (endpoint.equals(NetBoxInventory.SITES) ? "&slug=" : "&site=") + site;
                Optional<URI> page = Optional.of(address.resolve("/api/dcim/" + endpoint + "/?limit=" + PAGE + filter));
                Set<URI> read = new HashSet<>();
                while (page.isPresent()) {
                    URI at = page.get();
                    if (!read.add(at)) {
                        throw new CliException(
                                at + " is named as its own next page, at some remove; a NetBox does not");
                    }
                    page = inventory.add(get(client, at, token), at.toString()).map(next -> following(address, next));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException("interrupted while NetBox was read", e);
        }
        return inventory;
    }

    /** The token goes to nobody but the NetBox that it was given for. */
    private static URI following(URI address, String next) {
        URI page = uri(next);
        return address.resolve(page.getRawPath() + "?"
                + Optional.ofNullable(page.getRawQuery()).orElse(""));
    }

    private static URI uri(String next) {
        try {
            return new URI(next);
        } catch (URISyntaxException e) {
            throw new CliException("NetBox names a next page that is no address: " + e.getMessage(), e);
        }
    }

    private static String get(HttpClient client, URI page, String token) throws InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(page).timeout(PATIENCE).header("Accept", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Token " + token);
        }
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new CliException(page + " answered " + answer.statusCode()
                            + "; it takes a token that may view DCIM objects (--token-file)");
                }
                return text(body, page.toString());
            }
        } catch (IOException e) {
            throw new CliException("cannot read " + page + ": " + e.getMessage(), e);
        }
    }

    private static String text(InputStream in, String origin) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new CliException(origin + " holds more than " + MOST_BYTES + " bytes; save smaller pages");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
