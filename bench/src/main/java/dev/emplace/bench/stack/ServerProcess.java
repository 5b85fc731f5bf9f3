package dev.emplace.bench.stack;

import dev.emplace.testkit.ports.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A packaged server as a process of its own, compiled as a server is, which does not outlive this one. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final int port;
    private final int managementPort;
    private final Path log;
    private final Process process;

    private ServerProcess(int port, int managementPort, Path log, Process process) {
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts the application of a module, and returns when it says that it is ready.
     *
     * @param prefix what runs it, such as {@link Core#prefix}; may be empty
     * @param options of the JVM, settings among them
     */
    public static ServerProcess start(String module, List<String> prefix, List<String> options) {
        try {
            int port = FreePort.any();
            int managementPort = FreePort.any();
            List<String> command = new ArrayList<>(prefix);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.addAll(List.of(
                    "-Demplace.lifecycle.end-with-standard-input=true",
                    "-Dquarkus.grpc.server.port=" + port,
                    "-Dquarkus.management.port=" + managementPort,
                    "-jar",
                    Checkout.application(module).toString()));
            Path log = Files.createTempFile("emplace-bench-" + module.replace('/', '-') + "-", ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
            ServerProcess server = new ServerProcess(port, managementPort, log, process);
            server.awaitReady();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(module + " could not be started", failed);
        }
    }

    /** Host and port of its gRPC server. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Time that its threads have spent on a processor so far; zero where the system does not tell. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void awaitReady() {
        long end = System.nanoTime() + START.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                process.destroyForcibly();
                throw new IllegalStateException("the server did not become ready: see " + log);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private boolean ready() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a server started", interrupted);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(log);
        } catch (IOException kept) {
            throw new UncheckedIOException(log + " could not be removed", kept);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
