package dev.emplace.power.grpc;

import static dev.emplace.power.grpc.PowerClient.creating;
import static dev.emplace.power.grpc.PowerClient.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.power.v1.CreateReservationRequest;
import dev.emplace.api.power.v1.GetReservationRequest;
import dev.emplace.api.power.v1.ListReservationsRequest;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.agroal.api.AgroalDataSource;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A database that hangs: here nothing but a call's deadline ends a statement. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(DatabaseDeadlineTest.NoTimeouts.class)
class DatabaseDeadlineTest {
    @Inject
    AgroalDataSource database;

    @Test
    void readOfATableThatIsLockedEndsWithItsCallAndGivesItsConnectionBack() throws SQLException {
        try (PowerClient client = new PowerClient();
                Connection hanging = database.getConnection()) {
            Reservation made = client.create(client.newSite(TestSites.twoPaths(100_000)), training(1));
            hold(hanging, "LOCK TABLE reservation IN ACCESS EXCLUSIVE MODE");
            var reservations = client.reservations.withDeadlineAfter(300, TimeUnit.MILLISECONDS);

            GrpcError error = GrpcError.from(() -> reservations.getReservation(
                    GetReservationRequest.newBuilder().setName(made.getName()).build()));

            assertThat(error.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
            // The lock is held on: what gives the connections back is the deadline alone.
            Awaitility.await().until(() -> database.getMetrics().activeCount() == 1);
            hanging.rollback();
            assertThat(client.get(made.getName())).isEqualTo(made);
        }
    }

    @Test
    void reservationThatWaitsForItsSiteIsAnsweredInTimeAndHeldOnceWhenRepeated() throws SQLException {
        try (PowerClient client = new PowerClient();
                Connection hanging = database.getConnection()) {
            String site = client.newSite(TestSites.twoPaths(100_000));
            CreateReservationRequest create = creating(site, training(1)).build();
            hold(hanging, "LOCK TABLE site IN ACCESS EXCLUSIVE MODE");
            var reservations = client.reservations.withDeadlineAfter(300, TimeUnit.MILLISECONDS);

            GrpcError error = GrpcError.from(() -> reservations.createReservation(create));
            hanging.rollback();

            assertThat(error.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
            Reservation made = client.reservations.createReservation(create).getReservation();
            ListReservationsRequest all =
                    ListReservationsRequest.newBuilder().setParent(site).build();
            assertThat(client.reservations.listReservations(all).getReservationsList())
                    .containsExactly(made);
        }
    }

    private static void hold(Connection connection, String lock) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(lock);
        }
    }

    public static final class NoTimeouts implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.new-connection-sql", "SET lock_timeout = 0",
                    "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "0");
        }
    }
}
