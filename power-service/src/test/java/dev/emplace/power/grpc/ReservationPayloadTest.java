package dev.emplace.power.grpc;

import static dev.emplace.power.grpc.PowerClient.creating;
import static dev.emplace.power.grpc.PowerClient.newId;
import static dev.emplace.power.grpc.PowerClient.training;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.emplace.api.power.v1.ConfirmReservationRequest;
import dev.emplace.api.power.v1.CreateReservationRequest;
import dev.emplace.api.power.v1.FindReservationRequest;
import dev.emplace.api.power.v1.ListReservationsRequest;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationState;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReservationPayloadTest {
    private static final ByteString PLAN = ByteString.copyFromUtf8("what it was made from");

    private final DataSource database;
    private final PowerClient client = new PowerClient();
    private final String site = client.newSite(TestSites.twoPaths(100_000));

    @Inject
    ReservationPayloadTest(DataSource database) {
        this.database = database;
    }

    @AfterEach
    void close() {
        client.close();
    }

    private Reservation create(CreateReservationRequest request) {
        return client.reservations.createReservation(request).getReservation();
    }

    private CreateReservationRequest carrying() {
        return creating(site, training(8)).setPayload(PLAN).build();
    }

    private Reservation find(String requestId) {
        return client.reservations
                .findReservation(FindReservationRequest.newBuilder()
                        .setRequestId(requestId)
                        .build())
                .getReservation();
    }

    private Reservation confirm(Reservation reservation, String requestId) {
        return client.reservations
                .confirmReservation(ConfirmReservationRequest.newBuilder()
                        .setName(reservation.getName())
                        .setRequestId(requestId)
                        .build())
                .getReservation();
    }

    @Test
    void whatIsKeptWithAReservationOutlivesItsChanges() {
        Reservation created = create(carrying());
        assertThat(created.getPayload()).isEqualTo(PLAN);

        confirm(created, newId());

        Reservation read = client.get(created.getName());
        assertThat(read.getState()).isEqualTo(ReservationState.RESERVATION_STATE_CONFIRMED);
        assertThat(read.getPayload()).isEqualTo(PLAN);
    }

    @Test
    void aReservationIsFoundByTheIdOfItsCreationAsItIsNow() {
        CreateReservationRequest request = carrying();
        Reservation created = create(request);
        confirm(created, newId());

        Reservation found = find(request.getRequestId());

        assertThat(found.getName()).isEqualTo(created.getName());
        assertThat(found.getState()).isEqualTo(ReservationState.RESERVATION_STATE_CONFIRMED);
        assertThat(found.getPayload()).isEqualTo(PLAN);
    }

    @Test
    void anIdThatCreatedNothingIsNotFound() {
        String confirming = newId();
        confirm(create(carrying()), confirming);

        GrpcError.from(() -> find(newId())).is(Status.Code.NOT_FOUND, "UNKNOWN_RESERVATION");
        GrpcError.from(() -> find(confirming)).is(Status.Code.NOT_FOUND, "UNKNOWN_RESERVATION");
    }

    @Test
    void aRepeatedCreationAnswersItsPayloadAndAnotherPayloadIsAnotherBody() {
        CreateReservationRequest request = carrying();
        Reservation first = create(request);

        assertThat(create(request)).isEqualTo(first);
        GrpcError.from(() ->
                        create(request.toBuilder().setPayload(ByteString.EMPTY).build()))
                .is(Status.Code.ALREADY_EXISTS, "REQUEST_ID_REUSED");
    }

    @Test
    void whatSomebodyElseKeepsIsNotAnswered() throws SQLException {
        CreateReservationRequest request = carrying();
        Reservation created = create(request);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update reservation_payload set owner = 'oidc:sub:somebody' where site = '"
                    + Names.siteId(site, "site") + "'");
        }

        assertThat(client.get(created.getName()).getPayload()).isEmpty();
        assertThat(find(request.getRequestId()).getPayload()).isEmpty();
    }

    @Test
    void listsLeavePayloadsOut() {
        create(carrying());

        assertThat(client.reservations
                        .listReservations(ListReservationsRequest.newBuilder()
                                .setParent(site)
                                .build())
                        .getReservationsList())
                .hasSize(1)
                .allSatisfy(listed -> assertThat(listed.getPayload()).isEmpty());
    }

    @Test
    void aPayloadBeyondItsLimitIsRefused() {
        CreateReservationRequest heavy = carrying().toBuilder()
                .setPayload(ByteString.copyFrom(new byte[131_073]))
                .build();
        GrpcError.from(() -> create(heavy))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("payload");
    }
}
