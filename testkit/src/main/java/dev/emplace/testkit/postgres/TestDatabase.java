package dev.emplace.testkit.postgres;

import java.util.UUID;

/** A database of its own on the shared server, dropped when closed; also for tests without Quarkus. */
public final class TestDatabase implements AutoCloseable {

    private final PostgresServer server;
    private final String name;

    TestDatabase(PostgresServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Creates an empty database on the server of this JVM, which the first call starts. */
    public static TestDatabase create() {
        PostgresServer server = SharedPostgres.server();
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        server.execute("create database " + name);
        return new TestDatabase(server, name);
    }

    String name() {
        return name;
    }

    public String jdbcUrl() {
        return server.urlOf(name);
    }

    public String username() {
        return server.username();
    }

    public String password() {
        return server.password();
    }

    @Override
    public void close() {
        server.execute("drop database if exists " + name + " with (force)");
    }
}
