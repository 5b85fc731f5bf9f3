package dev.emplace.power.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.power.v1.CreateReservationRequest;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationState;
import dev.emplace.platform.retention.History;
import dev.emplace.power.domain.reservation.Journal;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** History that is kept for the least time that may be set, a day; rows are made old instead of waiting. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(SiteHistoryTest.ADay.class)
class SiteHistoryTest {
    private final PowerClient client = new PowerClient();
    private final String site = client.newSite(TestSites.twoPaths(100_000));
    private final History history;
    private final Journal journal;
    private final DataSource database;

    @Inject
    SiteHistoryTest(History history, Journal journal, DataSource database) {
        this.history = history;
        this.journal = journal;
        this.database = database;
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void changesOfMoreThanADayAgoAreRemovedAndLaterOnesStay() throws SQLException {
        client.create(site, PowerClient.training(8));
        age("25 hours");
        client.create(site, PowerClient.training(8));

        assertThat(removeAll()).isEqualTo(2);

        assertThat(number("select min(revision) from site_event where site = '%s'"))
                .isEqualTo(3);
        assertThat(history.age()).isLessThan(Duration.ofDays(1));
    }

    @Test
    void whereASiteStandsIsKnownWithoutItsHistory() throws SQLException {
        client.confirm(client.create(site, PowerClient.training(8)).getName());
        client.create(site, PowerClient.training(16));
        age("25 hours");
        var standing = standing();

        assertThat(removeAll()).isEqualTo(4);

        assertThat(standing()).isEqualTo(standing);
        assertThat(number("select count(*) from site_event where site = '%s'")).isZero();
    }

    @Test
    void resolvedReservationGoesOnlyAfterItsLastChange() throws SQLException {
        Reservation released = client.create(site, PowerClient.training(8));
        client.release(released.getName());
        age("25 hours");
        Reservation later = client.create(site, PowerClient.training(8));
        client.release(later.getName());

        assertThat(removeAll()).as("three changes and one reservation").isEqualTo(4);

        GrpcError gone = GrpcError.from(() -> client.get(released.getName()));
        assertThat(gone.reason()).isEqualTo("UNKNOWN_RESERVATION");
        assertThat(client.get(later.getName()).getState()).isEqualTo(ReservationState.RESERVATION_STATE_RELEASED);
    }

    @Test
    void noIdAndNoTokenIsGivenAgain() throws SQLException {
        Reservation before = client.create(site, PowerClient.training(8));
        Reservation released = client.release(before.getName());
        age("25 hours");
        removeAll();

        Reservation after = client.create(site, PowerClient.training(8));

        assertThat(after.getName()).isNotEqualTo(before.getName());
        assertThat(after.getFencingToken().getEpoch())
                .isEqualTo(released.getFencingToken().getEpoch());
        assertThat(after.getFencingToken().getRevision())
                .isGreaterThan(released.getFencingToken().getRevision());
    }

    @Test
    void requestIdIsKnownAgainForADay() throws SQLException {
        CreateReservationRequest request =
                PowerClient.creating(site, PowerClient.training(8)).build();
        var first = client.reservations.createReservation(request);
        age("23 hours 59 minutes");

        assertThat(removeAll()).isZero();

        assertThat(client.reservations.createReservation(request)).isEqualTo(first);
    }

    @Test
    void aBatchIsAsSmallAsItIsToldToBe() throws SQLException {
        for (int i = 0; i < 4; i++) {
            client.create(site, PowerClient.training(1));
        }
        age("25 hours");

        assertThat(history.remove(2)).isEqualTo(2);
        assertThat(number("select min(revision) from site_event where site = '%s'"))
                .isEqualTo(3);
        removeAll();
    }

    @Test
    void oneReplicaRemovesAtATime() throws SQLException {
        age("25 hours");
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtext('emplace.history.sites'))");

            assertThat(history.remove(100)).isZero();

            other.rollback();
        }
        assertThat(removeAll()).isEqualTo(1);
    }

    private int removeAll() throws SQLException {
        int all = 0;
        for (int removed = history.remove(100); removed > 0; removed = history.remove(100)) {
            all += removed;
        }
        return all;
    }

    private Object standing() {
        try (Journal.Session session = journal.lock(id())) {
            return session.standing().orElseThrow();
        }
    }

    private void age(String interval) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update site_event set at = at - interval '" + interval + "' where site = '" + id() + "'");
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(String.format(query, id()))) {
            row.next();
            return row.getLong(1);
        }
    }

    private String id() {
        return site.substring("sites/".length());
    }

    public static final class ADay implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("emplace.power.history.kept", "24h");
        }
    }
}
