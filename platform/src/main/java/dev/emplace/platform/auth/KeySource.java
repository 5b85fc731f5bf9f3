package dev.emplace.platform.auth;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** Reads an issuer's keys from where it publishes them: a file, an address, or what its discovery document says. */
final class KeySource {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final AuthConfig.Issuer issuer;
    private final Duration timeout;

    KeySource(AuthConfig.Issuer issuer) {
        this(issuer, TIMEOUT);
    }

    KeySource(AuthConfig.Issuer issuer, Duration timeout) {
        this.issuer = issuer;
        this.timeout = timeout;
    }

    /** Blocks for some seconds at most. */
    List<JsonWebKey> read() throws IOException, InterruptedException {
        try {
            URI keys = issuer.keys().isPresent() ? issuer.keys().get() : discovered();
            return new JsonWebKeySet(text(keys)).getJsonWebKeys();
        } catch (JoseException | GeneralSecurityException | IllegalArgumentException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
    }

    private URI discovered() throws IOException, InterruptedException, JoseException, GeneralSecurityException {
        String base = issuer.url().endsWith("/") ? issuer.url() : issuer.url() + "/";
        URI address = URI.create(base + ".well-known/openid-configuration");
        Map<String, Object> document = JsonUtil.parseJson(text(address));
        if (!issuer.url().equals(document.get("issuer"))) {
            throw new IOException(address + " is the document of the issuer '" + document.get("issuer") + "', not of "
                    + issuer.url());
        }
        URI keys = URI.create(String.valueOf(document.get("jwks_uri")));
        if (!Addresses.isConfidential(keys)) {
            throw new IOException(address + " names keys at " + keys + ", which is not https");
        }
        return keys;
    }

    private String text(URI address) throws IOException, InterruptedException, GeneralSecurityException {
        return "file".equals(address.getScheme()) ? Files.readString(Path.of(address)) : fetched(address);
    }

    private String fetched(URI address) throws IOException, InterruptedException, GeneralSecurityException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (issuer.tokenFile().isPresent()) {
            request.header(
                    "Authorization",
                    "Bearer " + Files.readString(issuer.tokenFile().get()).strip());
        }
        HttpResponse<String> response = answer(client().sendAsync(request.build(), BodyHandlers.ofString()), address);
        if (response.statusCode() != 200) {
            throw new IOException(address + " answered " + response.statusCode());
        }
        return response.body();
    }

    /** The request's own time-out would end with the headers, and a body that never ends would be waited for. */
    private HttpResponse<String> answer(CompletableFuture<HttpResponse<String>> answer, URI address)
            throws IOException, InterruptedException {
        try {
            return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new IOException(address + " did not answer within " + timeout.toMillis() + " ms", slow);
        } catch (ExecutionException failed) {
            throw new IOException(address + " cannot be read: " + failed.getCause(), failed);
        }
    }

    /** Made anew each time, since the CA's certificates change, too. */
    private HttpClient client() throws IOException, GeneralSecurityException {
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(timeout);
        if (issuer.caFile().isPresent()) {
            client.sslContext(PemFiles.trusting(issuer.caFile().get()));
        }
        return client.build();
    }
}
