package dev.emplace.testkit.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in a container, which Testcontainers removes when the JVM ends. */
final class ContainerPostgres {

    private static final String IMAGE = "postgres:17.11-alpine";

    private ContainerPostgres() {}

    static Optional<PostgresServer> startWhereDockerAnswers() {
        // Asked first, since Testcontainers logs a stack trace for each engine that it does not find.
        if (!dockerIsConfigured() || !DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        return Optional.of(start());
    }

    private static boolean dockerIsConfigured() {
        return System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    private static PostgresServer start() {
        PostgreSQLContainer container =
                new PostgreSQLContainer(IMAGE).withCommand("postgres", "-c", "max_connections=300");
        container.start();
        return new PostgresServer(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }
}
