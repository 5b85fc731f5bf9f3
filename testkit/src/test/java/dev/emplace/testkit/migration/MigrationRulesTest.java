package dev.emplace.testkit.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationRulesTest {

    private static final Migration BASELINE = Migration.of("V1__all.sql", "create table big (n integer)", true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE big ADD COLUMN m bigint",
                "alter table big add column m text collate \"C\"",
                "alter table big add column m numeric(20, 9)",
                "alter table big add column m integer not null default 0",
                "alter table big add column m text default 'none' not null",
                "alter table big add constraint c check (n > 0) not valid",
                "alter table big validate constraint c",
                "alter table big alter column n drop not null",
                "create table other (n integer); create index other_n on other (n); insert into other values (1)",
                "-- A comment; with a semicolon.\ncomment on table big is 'many rows'"
            })
    void whatAddsIsAllowed(String sql) {
        assertThat(violations(sql, true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table big rename column n to m",
                "alter table big rename to small",
                "alter table big alter column n type bigint",
                "alter table big add column m integer not null",
                "alter table big add column m uuid default gen_random_uuid()",
                "alter table big add column m integer unique",
                "alter table big add column m integer references other (n)",
                "alter table big add check (n > 0)",
                "alter table big add constraint c check (n > 0)",
                "alter table big add primary key (n)",
                "create index big_n on big (n)",
                "reindex table big",
                "drop index big_n",
                "truncate big",
                "update big set n = 1",
                "delete from big",
                "insert into big values (1)",
                "lock table big",
                "cluster big",
                "vacuum full big"
            })
    void whatTheVersionBeforeCannotLiveWithOrWaitsForIsRefused(String sql) {
        assertThat(violations(sql, true))
                .singleElement()
                .asString()
                .contains("V2__change.sql", "is not among what a migration may do", sql);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    create index concurrently big_n on big (n)    | needs executeInTransaction=false
                    drop index concurrently big_n                 | needs executeInTransaction=false
                    set lock_timeout = 0                          | may wait only outside a transaction
                    drop table big                                | needs a comment "-- contract:
                    alter table big drop column n                 | needs a comment "-- contract:
                    alter table big alter column n drop default   | needs a comment "-- contract:
                    alter table big add constraint c check (n > 0) not valid; alter table big validate constraint c | validate in a later one
                    """)
    void whatNeedsMoreSaysWhat(String sql, String fault) {
        assertThat(violations(sql, true)).singleElement().asString().contains(fault);
    }

    @Test
    void indexIsBuiltConcurrentlyAndAlone() {
        String index = "set lock_timeout = 0; create unique index concurrently big_n on big (n)";

        assertThat(violations(index, false)).isEmpty();
        assertThat(violations(index + "; create table other (n integer)", false))
                .singleElement()
                .asString()
                .contains("put it into one of its own");
    }

    @Test
    void whatIsTakenAwayIsUnusedSinceAnEarlierVersion() {
        String drop = "alter table big drop column n";

        assertThat(violations("-- contract: big.n is unused since V1\n" + drop, true))
                .isEmpty();
        assertThat(violations("-- contract: big.n is unused since V2\n" + drop, true))
                .hasSize(1);
    }

    @Test
    void notNullComesAfterACheckOfTheSame() {
        Migration check =
                Migration.of("V2__check.sql", "alter table big add constraint c check (n is not null) not valid", true);
        Migration notNull = Migration.of(
                "V4__not_null.sql",
                "-- contract: nulls in big.n are unused since V2\nalter table big alter column n set not null",
                true);

        assertThat(MigrationRules.violations(List.of(BASELINE, check, notNull), 1))
                .isEmpty();
        assertThat(MigrationRules.violations(List.of(BASELINE, Migration.of("V2__other.sql", "", true), notNull), 1))
                .singleElement()
                .asString()
                .contains("reads the whole table");
    }

    @Test
    void migrationsUpToTheRulesBeginAreLeftAlone() {
        assertThat(MigrationRules.violations(List.of(BASELINE, Migration.of("V2__old.sql", "truncate big", true)), 2))
                .isEmpty();
    }

    @Test
    void fileThatFlywayWouldNotFindIsRefused() {
        assertThatThrownBy(() -> Migration.of("2_change.sql", "", true)).hasMessageContaining("V4__what_it_does.sql");
    }

    private static List<String> violations(String sql, boolean inTransaction) {
        return MigrationRules.violations(List.of(BASELINE, Migration.of("V2__change.sql", sql, inTransaction)), 1);
    }
}
