package dev.emplace.cli.suite;

import dev.emplace.cli.CliException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service, running as a process that ends when its standard input closes: so it never outlives us. */
public final class ServiceProcess implements AutoCloseable {

    private static final int STOP_SECONDS = 20;
    private static final int LOG_LINES_IN_AN_ERROR = 3;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Service service;
    private final Endpoint endpoint;
    private final Process process;
    private final Path log;

    private ServiceProcess(Service service, Endpoint endpoint, Process process, Path log) {
        this.service = service;
        this.endpoint = endpoint;
        this.process = process;
        this.log = log;
    }

    /** Where a service listens, on loopback. */
    public record Endpoint(int grpcPort, int managementPort) {
        public String grpcAddress() {
            return "localhost:" + grpcPort;
        }
    }

    static ServiceProcess start(
            Service service,
            Endpoint endpoint,
            Path jar,
            List<String> settings,
            Map<String, String> environment,
            Path log) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Demplace.lifecycle.end-with-standard-input=true",
                "-Dquarkus.grpc.server.port=" + endpoint.grpcPort(),
                "-Dquarkus.management.port=" + endpoint.managementPort()));
        command.addAll(settings);
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new ServiceProcess(service, endpoint, builder.start(), log);
        } catch (IOException e) {
            throw new CliException("cannot start " + service.artifact() + ": " + e.getMessage(), e);
        }
    }

    public Service service() {
        return service;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    public boolean alive() {
        return process.isAlive();
    }

    public long processId() {
        return process.pid();
    }

    /** Whether it says itself that it is ready. Throws if it has ended. */
    boolean ready() {
        if (!process.isAlive()) {
            throw new CliException(service.artifact() + " ended at start with exit code " + process.exitValue()
                    + "; its log " + log + " ends with: " + lastLines());
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + endpoint.managementPort() + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - LOG_LINES_IN_AN_ERROR), lines.size()));
        } catch (IOException e) {
            return "(the log cannot be read)";
        }
    }

    /** Asks it to end, so that it may drain; forces it after a while. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
