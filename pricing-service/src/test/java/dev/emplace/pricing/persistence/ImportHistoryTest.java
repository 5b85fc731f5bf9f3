package dev.emplace.pricing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.retention.History;
import dev.emplace.testkit.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** History of 400 days. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ImportHistoryTest {

    private static final String IMPORT = """
            INSERT INTO price_import (source, format, document, observed_time, ended_time, byte_count, caller, outcome,
                revision, added_count, changed_count, withdrawn_count, lost_count, row_count, published_count,
                priceless_count, repeated_count, rejected_count, request_id, request_digest)
            SELECT ?, 'CSV', 'a list', ended, ended, 0, '', 'PUBLISHED', 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, ''
            FROM (SELECT now() - make_interval(days => ?) AS ended) AS past RETURNING id
            """;

    private static final String ROW = """
            INSERT INTO quarantined_row (fingerprint, source, state, reason, note, provider, region, zone, instance_type,
                model, term, price, currency, line, publishable, import_id, first_seen_time, last_seen_time)
            SELECT ?, 'history', ?, 'ZERO_PRICE', '', '', '', '', '', '', '', '', '', 1, false, 1, seen, seen
            FROM (SELECT now() - make_interval(days => ?) AS seen) AS past
            """;

    private final Instance<History> histories;
    private final DataSource database;

    @Inject
    ImportHistoryTest(Instance<History> histories, DataSource database) {
        this.histories = histories;
        this.database = database;
    }

    private History history() {
        return histories.stream()
                .filter(each -> each.name().equals("imports"))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void removeRows() {
        update("DELETE FROM price_import WHERE source = 'history'");
        update("DELETE FROM quarantined_row WHERE source = 'history'");
    }

    @Test
    void importsThatEndedLongAgoAreRemovedWithTheirCounts() throws SQLException {
        long old = imported(401);
        long young = imported(399);
        update("INSERT INTO price_import_count VALUES (?, 'FLAGGED', 'ROUNDED', 1)", old);

        assertThat(history().remove(100)).isEqualTo(1);
        assertThat(texts("SELECT id::text FROM price_import WHERE source = 'history'"))
                .containsExactly(Long.toString(young));
        assertThat(texts("SELECT name FROM price_import_count WHERE import_id = " + old))
                .isEmpty();
    }

    @Test
    void aRowThatIsGoneForLongIsRemovedAndOneThatWaitsOrWasDecidedAboutIsNot() throws SQLException {
        update(ROW, "gone", "GONE", 401);
        update(ROW, "lately-gone", "GONE", 399);
        update(ROW, "pending", "PENDING", 401);
        update(ROW, "rejected", "REJECTED", 401);
        update(ROW, "released", "RELEASED", 401);

        assertThat(history().remove(100)).isEqualTo(1);
        assertThat(texts("SELECT fingerprint FROM quarantined_row WHERE source = 'history'"))
                .containsExactlyInAnyOrder("lately-gone", "pending", "rejected", "released");
    }

    private long imported(int daysAgo) {
        return Sql.transact(
                        database,
                        "test",
                        sql -> sql.first(row -> row.getLong(1), IMPORT, "history", UUID.randomUUID(), daysAgo))
                .orElseThrow();
    }

    private void update(String statement, Object... values) {
        Sql.transact(database, "test", sql -> sql.update(statement, values));
    }

    private List<String> texts(String query) {
        return Sql.transact(database, "test", sql -> sql.list(row -> row.getString(1), query));
    }
}
