package dev.emplace.pricing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.retention.History;
import dev.emplace.testkit.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** History of 400 days; days below count from today, and rows of the past are written as such. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OfferHistoryTest {

    private static final int KEPT = 400;

    /** Revisions above all that the service has published, which only these rows have. */
    private static final int FIRST_REVISION = 1_000_000;

    private final Instance<History> histories;
    private final DataSource database;

    @Inject
    OfferHistoryTest(Instance<History> histories, DataSource database) {
        this.histories = histories;
        this.database = database;
    }

    private History history() {
        return histories.stream()
                .filter(each -> each.name().equals("offers"))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void removeRows() throws SQLException {
        execute("delete from offer_version where revision >= " + FIRST_REVISION);
    }

    @Test
    void thePriceThatHoldsIsKeptHoweverOldItIs() throws SQLException {
        write("old", 0, 900, 900, null, false);

        assertThat(removeAll()).isZero();
    }

    @Test
    void whatWasReplacedLongAgoIsRemoved() throws SQLException {
        write("price", 0, 900, 900, null, false);
        write("price", 1, 800, 800, null, false);

        assertThat(removeAll()).isEqualTo(1);

        assertThat(revisions("price")).containsExactly(1);
    }

    @Test
    void whatWasReplacedWithinTheTimeThatIsKeptStays() throws SQLException {
        write("price", 0, 900, 900, null, false);
        write("price", 1, 300, 300, null, false);

        assertThat(removeAll()).isZero();
    }

    @Test
    void whatIsReplacedOnlyForLaterStays() throws SQLException {
        write("price", 0, 900, 900, null, false);
        write("price", 1, 800, -30, null, false);

        assertThat(removeAll()).isZero();
    }

    @Test
    void offerThatWasWithdrawnLongAgoLeavesNothing() throws SQLException {
        write("gone", 0, 900, 900, null, false);
        write("gone", 1, 800, 800, null, true);

        assertThat(removeAll()).isEqualTo(2);

        assertThat(revisions("gone")).isEmpty();
    }

    @Test
    void aBatchIsAsSmallAsItIsToldToBe() throws SQLException {
        for (int i = 0; i < 5; i++) {
            write("price", i, 900 - i, 900, null, false);
        }

        assertThat(history().remove(3)).isEqualTo(3);
        assertThat(history().remove(3)).isEqualTo(1);
        assertThat(history().remove(3)).isZero();
    }

    @Test
    void oneReplicaRemovesAtATime() throws SQLException {
        write("price", 0, 900, 900, null, false);
        write("price", 1, 800, 800, null, false);
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtext('emplace.history.offers'))");

            assertThat(history().remove(100)).isZero();

            other.rollback();
        }
        assertThat(removeAll()).isEqualTo(1);
    }

    /** Random stories of offers: whatever was answered of the time that is kept, is answered after the removal. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void noAnswerAboutTheTimeThatIsKeptChanges(int seed) throws SQLException {
        Random random = new Random(seed);
        int days = 1_500;
        for (int i = 0; i < 120; i++) {
            days = Math.max(days - random.nextInt(25), 1);
            int from = days + 200 - random.nextInt(400);
            Integer until = random.nextInt(3) == 0 ? (Integer) (from - 1 - random.nextInt(300)) : null;
            write("offer" + random.nextInt(6), i, days, from, until, random.nextInt(5) == 0);
        }
        int first = published("select max(revision) from offer_version where published_time"
                + " < clock_timestamp() - make_interval(days => " + KEPT + ")");
        List<String> before = answers(first);

        assertThat(removeAll()).isPositive();

        assertThat(answers(first)).hasSizeGreaterThan(1_000).isEqualTo(before);
    }

    /** What was believed at each revision from that on, of offers at instants of the time that is kept and to come. */
    private List<String> answers(int first) throws SQLException {
        return strings(String.format("""
                select day || ' ' || known || ' ' || held.offer_id || ' ' || held.revision
                from generate_series(-200, %d, 11) as day, generate_series(%d, %d) as known, lateral (
                    select distinct on (offer_id) offer_id, revision, withdrawn
                    from offer_version, (select current_date + time '12:00' - make_interval(days => day) as at) as asked
                    where revision between %d and known and effective_from <= asked.at
                        and (effective_until is null or effective_until > asked.at)
                    order by offer_id, revision desc) as held
                where not withdrawn order by 1
                """, KEPT - 1, first, FIRST_REVISION + 119, FIRST_REVISION));
    }

    private List<Integer> revisions(String offer) throws SQLException {
        return strings("select revision from offer_version where offer_id = '" + offer + "' order by 1").stream()
                .map(revision -> Integer.parseInt(revision) - FIRST_REVISION)
                .toList();
    }

    private int published(String query) throws SQLException {
        return Integer.parseInt(strings(query).get(0));
    }

    private int removeAll() throws SQLException {
        int all = 0;
        for (int removed = history().remove(7); removed > 0; removed = history().remove(7)) {
            all += removed;
        }
        return all;
    }

    /** What was said at a revision so many days ago, of the time from and until so many days ago. */
    private void write(String offer, int revision, int published, int from, @Nullable Integer until, boolean withdrawn)
            throws SQLException {
        execute(String.format("""
                insert into offer_version (id, offer_id, revision, feed, published_time, effective_from, effective_until,
                    withdrawn, region, instance_type, accelerator_count, commercial_model, minimum_instances, currency,
                    price_per_hour, basis, source_document, source_observed)
                values (%2$d, '%1$s', %2$d, 'of this test', current_date - %3$d, current_date - %4$d, current_date - %5$s::int,
                    %6$s, 'region', 'instance', 1, 'ON_DEMAND', 1, 'USD', 1, 'STATED', 'document', current_date)
                """, offer, FIRST_REVISION + revision, published, from, until, withdrawn));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> strings(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }
}
