package dev.emplace.testkit.postgres;

import dev.emplace.testkit.ports.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.awaitility.Awaitility;

/** A PostgreSQL of its own that can be killed as a crash of its machine would end it; it recovers on the same port. */
public final class CrashablePostgres implements AutoCloseable {
    private final Path directory;
    private final int port;
    private EmbeddedPostgres running;

    private CrashablePostgres(Path directory, int port) throws IOException {
        this.directory = directory;
        this.port = port;
        this.running = EmbeddedPostgresServer.run(directory, port);
    }

    public static CrashablePostgres start() throws IOException {
        return new CrashablePostgres(Files.createTempDirectory("emplace-test-postgres"), FreePort.any());
    }

    /** An empty database on it. */
    public TestDatabase database() {
        PostgresServer server = EmbeddedPostgresServer.addressOf(running);
        String name = "crashable";
        server.execute("create database " + name);
        return new TestDatabase(server, name);
    }

    /** SIGKILL to all of its processes; then it recovers what it had promised to keep. */
    public void crash() throws IOException, InterruptedException, ExecutionException {
        String id = Files.readAllLines(directory.resolve("data").resolve("postmaster.pid"))
                .get(0);
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(id.strip())).orElseThrow();
        var all = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().get();
        // Gives back the lock on the folder; there is nothing left to stop.
        running.close();
        running = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> EmbeddedPostgresServer.run(directory, port), started -> true);
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
