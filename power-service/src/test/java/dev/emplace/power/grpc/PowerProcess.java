package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.GetSiteRequest;
import dev.emplace.testkit.ports.FreePort;
import dev.emplace.testkit.postgres.TestDatabase;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged power-service as a process of its own, which can be killed as a crash would end it. */
final class PowerProcess implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    static final Path THIS_BUILD = Path.of("target", "quarkus-app");

    /** As k8s/base has it: a Job migrates, replicas only look whether it has. */
    private static final Map<String, String> DEPLOYED = Map.of(
            "QUARKUS_FLYWAY_MIGRATE_AT_START", "false",
            "QUARKUS_FLYWAY_VALIDATE_AT_START", "true",
            // Versions with schema version 1 refuse a later one unless told so.
            "QUARKUS_FLYWAY_IGNORE_FUTURE_MIGRATIONS", "true");

    private final TestDatabase database;
    private final int grpcPort;
    private final int managementPort;
    private final Map<String, String> settings;
    private Path build;
    private Process process;

    private PowerProcess(TestDatabase database, Path build, Map<String, String> settings) throws IOException {
        this.database = database;
        this.grpcPort = FreePort.any();
        this.managementPort = FreePort.any();
        this.settings = settings;
        this.build = build;
        this.process = launch();
    }

    /** Starts one on ports of its own, and waits until it says that it is ready. */
    static PowerProcess start(TestDatabase database) throws IOException {
        return start(database, Map.of());
    }

    /** The same with environment variables of its own. */
    static PowerProcess start(TestDatabase database, Map<String, String> settings) throws IOException {
        PowerProcess started = new PowerProcess(database, THIS_BUILD, settings);
        started.awaitReady();
        return started;
    }

    /** The same of any build, as a replica in a cluster, which does not migrate. */
    static PowerProcess startDeployed(TestDatabase database, Path build) throws IOException {
        PowerProcess started = new PowerProcess(database, build, DEPLOYED);
        started.awaitReady();
        return started;
    }

    /** Brings the schema up to what a build needs, as the Job in a cluster does. */
    static void migrate(TestDatabase database, Path build) throws Exception {
        Process job = new PowerProcess(database, build, Map.of("QUARKUS_PROFILE", "migrate")).process;
        if (!job.waitFor(180, TimeUnit.SECONDS) || job.exitValue() != 0) {
            job.destroyForcibly();
            throw new IllegalStateException("the migration did not end well: see target/power-process.log");
        }
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
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
                        build.resolve("quarkus-run.jar").toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "power-process.log").toFile()));
        builder.environment().putAll(settings);
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        return builder.start();
    }

    private void awaitReady() {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(this::ready);
    }

    private boolean ready() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended at start: see target/power-process.log", e);
            }
            return false;
        }
    }

    /** SIGKILL: nothing is flushed, nobody is told. Then it starts again where it was. */
    void crash() throws Exception {
        process.destroyForcibly().waitFor();
        process = launch();
        awaitReady();
    }

    /** Ends as a cluster ends it, SIGTERM; then another build starts in its place. */
    void replace(Path successor) throws Exception {
        close();
        build = successor;
        process = launch();
        awaitReady();
    }

    /** Until this process has seen a site that was applied through another. */
    void awaitSite(String site) {
        try (PowerClient client = new PowerClient(channel())) {
            GetSiteRequest request = GetSiteRequest.newBuilder().setName(site).build();
            Awaitility.await()
                    .ignoreExceptionsInstanceOf(StatusRuntimeException.class)
                    .until(() -> client.sites.getSite(request).hasSite());
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), grpcPort);
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
