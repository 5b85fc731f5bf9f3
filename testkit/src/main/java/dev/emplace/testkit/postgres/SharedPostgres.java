package dev.emplace.testkit.postgres;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The one server of this JVM. Quarkus loads test classes anew for each application, so system properties, not static
 * fields, remember that it runs.
 */
final class SharedPostgres {

    /** Tests that are told durability by a server that has it off prove nothing. */
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final String GIVEN = "emplace.test.jdbc.";
    private static final String RUNNING = "emplace.test.running.";

    private SharedPostgres() {}

    static PostgresServer server() {
        synchronized (System.getProperties()) {
            return remembered().orElseGet(() -> remember(durable(start())));
        }
    }

    private static PostgresServer start() {
        return given().or(ContainerPostgres::startWhereDockerAnswers).orElseGet(EmbeddedPostgresServer::start);
    }

    /** EMPLACE_TEST_JDBC_URL, _USERNAME and _PASSWORD, or system properties emplace.test.jdbc.url and so on. */
    private static Optional<PostgresServer> given() {
        return given("url")
                .map(url -> new PostgresServer(
                        url,
                        given("username").orElse("postgres"),
                        given("password").orElse("")));
    }

    private static Optional<String> given(String part) {
        String variable = "EMPLACE_TEST_JDBC_" + part.toUpperCase(Locale.ROOT);
        return Optional.ofNullable(System.getProperty(GIVEN + part, System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }

    private static PostgresServer durable(PostgresServer server) {
        for (String name : DURABLE) {
            String value = server.setting(name);
            if (!value.equals("on")) {
                throw new IllegalStateException("PostgreSQL at " + server.url() + " runs with " + name + "=" + value
                        + "; tests of durability need it on");
            }
        }
        return server;
    }

    private static Optional<PostgresServer> remembered() {
        return Optional.ofNullable(System.getProperty(RUNNING + "url"))
                .map(url -> new PostgresServer(
                        url,
                        System.getProperty(RUNNING + "username", ""),
                        System.getProperty(RUNNING + "password", "")));
    }

    private static PostgresServer remember(PostgresServer server) {
        System.setProperty(RUNNING + "url", server.url());
        System.setProperty(RUNNING + "username", server.username());
        System.setProperty(RUNNING + "password", server.password());
        return server;
    }
}
