package dev.emplace.testkit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void serverKeepsWhatItCommits() {
        PostgresServer server = SharedPostgres.server();

        assertThat(server.setting("fsync")).isEqualTo("on");
        assertThat(server.setting("synchronous_commit")).isEqualTo("on");
        assertThat(server.setting("full_page_writes")).isEqualTo("on");
        assertThat(server.setting("server_version")).startsWith("17.");
    }

    @Test
    void eachDatabaseIsEmptyAndItsOwn() {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase other = TestDatabase.create()) {
            PostgresServer first = new PostgresServer(one.jdbcUrl(), one.username(), one.password());
            PostgresServer second = new PostgresServer(other.jdbcUrl(), other.username(), other.password());
            first.execute("create table mark (id int)");
            second.execute("create table mark (id int)");

            assertThat(one.jdbcUrl()).isNotEqualTo(other.jdbcUrl());
        }
    }

    @Test
    void urlOfAnotherDatabaseKeepsTheParameters() {
        PostgresServer server = new PostgresServer("jdbc:postgresql://db:5432/postgres?sslmode=disable", "u", "p");

        assertThat(server.urlOf("test_1")).isEqualTo("jdbc:postgresql://db:5432/test_1?sslmode=disable");
    }
}
