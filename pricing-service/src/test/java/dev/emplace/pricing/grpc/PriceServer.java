package dev.emplace.pricing.grpc;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A server that has prices at one address, and nothing at the other. */
public final class PriceServer implements QuarkusTestResourceLifecycleManager {

    /** One that is plausible and one that is not. */
    private static final String PRICES = """
            provider,region,instance_type,purchase,usd_per_hour
            aws,us-east-1,m7i.large,on_demand,0.1008
            aws,us-east-1,p5.48xlarge,on_demand,0
            """;

    private Optional<HttpServer> server = Optional.empty();

    @Override
    public Map<String, String> start() {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/prices.csv", exchange -> {
                var body = PRICES.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/csv");
                exchange.sendResponseHeaders(200, body.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(body);
                }
            });
            started.start();
            server = Optional.of(started);
            var address = "http://localhost:" + started.getAddress().getPort();
            return Map.of(
                    "emplace.pricing.imports.sources.on-time.url", address + "/prices.csv?key=secret",
                    "emplace.pricing.imports.sources.broken.url", address + "/nothing.csv");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void stop() {
        server.ifPresent(started -> started.stop(0));
    }
}
