package dev.emplace.pricing.persistence;

import dev.emplace.testkit.ports.FreePort;
import dev.emplace.testkit.postgres.TestDatabase;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged pricing-service as a process of its own, which can be killed as a crash would end it. */
final class PricingProcess implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final TestDatabase database;
    private final int grpcPort;
    private final int managementPort;
    private Process process;

    private PricingProcess(TestDatabase database) throws IOException {
        this.database = database;
        this.grpcPort = FreePort.any();
        this.managementPort = FreePort.any();
        this.process = launch();
    }

    /** Starts one on ports of its own, and waits until it says that it is ready. */
    static PricingProcess start(TestDatabase database) throws IOException {
        var started = new PricingProcess(database);
        started.awaitReady();
        return started;
    }

    private Process launch() throws IOException {
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        // A test that is killed takes its processes with it: their standard input ends.
                        "-Demplace.lifecycle.end-with-standard-input=true",
                        "-Dquarkus.grpc.server.port=" + grpcPort,
                        "-Dquarkus.management.port=" + managementPort,
                        "-Dquarkus.datasource.jdbc.url=" + database.jdbcUrl(),
                        "-Dquarkus.datasource.username=" + database.username(),
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "pricing-process.log").toFile()));
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        return builder.start();
    }

    private void awaitReady() {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(this::ready);
    }

    private boolean ready() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended at start: see target/pricing-process.log", e);
            }
            return false;
        }
    }

    /** SIGKILL: nothing is flushed, nobody is told. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts again where it was. */
    void restart() throws IOException {
        process = launch();
        awaitReady();
    }

    /** A connection of its own, to be shut down by the test. */
    ManagedChannel channel() {
        return NettyChannelBuilder.forAddress("127.0.0.1", grpcPort)
                .usePlaintext()
                .build();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
