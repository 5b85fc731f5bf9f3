package dev.emplace.power.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.power.v1.ListReservationsRequest;
import dev.emplace.api.power.v1.ReleaseReservationRequest;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationState;
import dev.emplace.testkit.postgres.EarlierSchema;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** This version on a database that an earlier one made and filled: src/test/resources/schema-1/rows.sql says what with. */
@QuarkusTest
@QuarkusTestResource(
        value = EarlierSchema.class,
        restrictToAnnotatedClass = true,
        initArgs = {
            @ResourceArg(name = "version", value = "1"),
            @ResourceArg(name = "rows", value = "src/test/resources/schema-1/rows.sql")
        })
class UpgradeTest {
    private static final String SITE = "sites/lab";

    private final PowerClient client = new PowerClient();
    private final Flyway migrations;
    private final DataSource database;

    @Inject
    UpgradeTest(Flyway migrations, DataSource database) {
        this.migrations = migrations;
        this.database = database;
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void siteAndReservationsOfAnEarlierVersionAreRead() {
        Awaitility.await().until(() -> states().containsValue(ReservationState.RESERVATION_STATE_EXPIRED));

        assertThat(states())
                .containsEntry(SITE + "/reservations/r1-2", ReservationState.RESERVATION_STATE_CONFIRMED)
                .containsEntry(SITE + "/reservations/r1-3", ReservationState.RESERVATION_STATE_RELEASED)
                .as("was pending, and due meanwhile")
                .containsEntry(SITE + "/reservations/r1-4", ReservationState.RESERVATION_STATE_EXPIRED);
        Reservation held = client.get(SITE + "/reservations/r1-2");
        assertThat(held.getHolder()).isEqualTo("confirmed");
        assertThat(held.getDemand().getWorkload().getAcceleratorCount()).isEqualTo(4);
        assertThat(held.getFencingToken().getRevision()).isEqualTo(5);
        assertThat(held.getHeldList()).isNotEmpty();
    }

    @Test
    void requestThatAnEarlierVersionAnsweredIsAnsweredTheSame() {
        var again = client.reservations.releaseReservation(ReleaseReservationRequest.newBuilder()
                .setName(SITE + "/reservations/r1-3")
                .setRequestId("8f6d1c1e-7d3c-4c0e-9a52-0d4c1f6b7b06")
                .build());

        assertThat(again.getRevision()).isEqualTo(7);
        assertThat(again.getReservation().getState()).isEqualTo(ReservationState.RESERVATION_STATE_RELEASED);
    }

    @Test
    void schemaOfALaterVersionIsAccepted() throws SQLException {
        execute(
                "insert into flyway_schema_history values (99, '99', 'later', 'SQL', 'V99__later.sql', 0, 'x', now(), 1, true)");
        try {
            assertThat(migrations.validateWithResult().validationSuccessful).isTrue();
        } finally {
            execute("delete from flyway_schema_history where version = '99'");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Map<String, ReservationState> states() {
        return client
                .reservations
                .listReservations(
                        ListReservationsRequest.newBuilder().setParent(SITE).build())
                .getReservationsList()
                .stream()
                .collect(Collectors.toMap(Reservation::getName, Reservation::getState));
    }
}
