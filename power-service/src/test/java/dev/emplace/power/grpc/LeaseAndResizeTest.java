package dev.emplace.power.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import dev.emplace.api.power.v1.ConfirmReservationRequest;
import dev.emplace.api.power.v1.ListReservationsRequest;
import dev.emplace.api.power.v1.PowerWorkload;
import dev.emplace.api.power.v1.RackLoad;
import dev.emplace.api.power.v1.RenewReservationRequest;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationState;
import dev.emplace.api.power.v1.ResizeReservationRequest;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LeaseAndResizeTest {
    private static final Duration HOUR = Duration.newBuilder().setSeconds(3_600).build();

    @Inject
    DataSource database;

    private PowerClient client;
    private String site;

    @BeforeEach
    void start() {
        client = new PowerClient();
        site = client.newSite(TestSites.twoPaths(25_000));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void leaseThatLapsedIsListedAsSuchAndHolds() throws Exception {
        Reservation leased = lease(client.create(site, PowerClient.training(24)));
        assertThat(leased.getLeaseEndTime().getSeconds()
                        - leased.getResolveTime().getSeconds())
                .isEqualTo(HOUR.getSeconds());
        passAnHour();
        GrpcError.from(() -> client.create(site, PowerClient.training(8)))
                .is(Status.Code.RESOURCE_EXHAUSTED, "INSUFFICIENT_CAPACITY");
        Reservation lapsed = client.get(leased.getName());
        assertThat(lapsed.getState()).isEqualTo(ReservationState.RESERVATION_STATE_LAPSED);
        assertThat(lapsed.getLapseTime()).isEqualTo(lapsed.getResolveTime());
        assertThat(listed(ReservationState.RESERVATION_STATE_LAPSED)).containsExactly(lapsed);
        assertThat(listed(ReservationState.RESERVATION_STATE_CONFIRMED)).isEmpty();
        Reservation renewed = renew(leased);
        assertThat(renewed.getState()).isEqualTo(ReservationState.RESERVATION_STATE_CONFIRMED);
        assertThat(listed(ReservationState.RESERVATION_STATE_CONFIRMED)).containsExactly(renewed);
        assertThat(listed(ReservationState.RESERVATION_STATE_LAPSED)).isEmpty();
    }

    @Test
    void whatIsHeldForGoodIsNotRenewed() {
        Reservation held =
                client.confirm(client.create(site, PowerClient.training(8)).getName());
        GrpcError.from(() -> renew(held)).is(Status.Code.FAILED_PRECONDITION, "NO_LEASE");
    }

    @Test
    void resizedReservationIsReadAsItIs() {
        Reservation eight = client.create(site, PowerClient.training(8));
        ResizeReservationRequest request = resizing(eight, 24).build();
        var grown = client.reservations.resizeReservation(request);
        assertThat(grown.getReservation().getHeldWatts()).isGreaterThan(2 * eight.getHeldWatts());
        assertThat(client.get(eight.getName())).isEqualTo(grown.getReservation());
        assertThat(client.reservations.resizeReservation(request))
                .as("the same again")
                .isEqualTo(grown);
        GrpcError.from(() -> client.reservations.resizeReservation(
                        resizing(eight, 32).build()))
                .is(Status.Code.RESOURCE_EXHAUSTED, "INSUFFICIENT_CAPACITY");
        assertThat(client.get(eight.getName())).isEqualTo(grown.getReservation());
    }

    @Test
    void whatARefusedResizeNamesFitsInItsPlace() {
        Reservation eight = client.create(site, PowerClient.training(8));
        client.create(site, PowerClient.training(8));
        var nearest = GrpcError.from(() -> client.reservations.resizeReservation(
                        resizing(eight, 24).build()))
                .is(Status.Code.RESOURCE_EXHAUSTED, "INSUFFICIENT_CAPACITY")
                .metadata();

        assertThat(nearest).containsEntry("fitting_accelerator_count", "16");
        int cap = Integer.parseInt(nearest.getOrDefault("fitting_cap_watts_per_accelerator", "0"));
        var capped = resizing(eight, 24).setValidateOnly(true);
        capped.getWorkloadBuilder().setCapWattsPerAccelerator(cap);
        assertThat(client.reservations
                        .resizeReservation(capped.build())
                        .getReservation()
                        .getHeldWatts())
                .isGreaterThan(eight.getHeldWatts());
        assertThat(client.reservations
                        .resizeReservation(resizing(eight, 16).build())
                        .getReservation()
                        .getHeldWatts())
                .isGreaterThan(eight.getHeldWatts());
    }

    @Test
    void resizeThatIsOnlyToBeDecidedChangesNothing() {
        Reservation eight = client.create(site, PowerClient.training(8));
        var decided = client.reservations.resizeReservation(
                resizing(eight, 16).setValidateOnly(true).build());
        assertThat(decided.getReservation().getHeldWatts()).isGreaterThan(eight.getHeldWatts());
        assertThat(client.get(eight.getName())).isEqualTo(eight);
        assertThat(decided.getRevision()).isEqualTo(eight.getFencingToken().getRevision());
    }

    @Test
    void loadOfAnotherKindIsRefusedByItsField() {
        Reservation eight = client.create(site, PowerClient.training(8));
        var other = ResizeReservationRequest.newBuilder()
                .setName(eight.getName())
                .setRackLoad(RackLoad.newBuilder()
                        .setRackGroup("row")
                        .setRackCount(1)
                        .setWattsPerRack(5))
                .setRequestId(PowerClient.newId())
                .build();
        assertThat(GrpcError.from(() -> client.reservations.resizeReservation(other))
                        .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                        .fields())
                .containsExactly("load");
    }

    private static ResizeReservationRequest.Builder resizing(Reservation held, int accelerators) {
        PowerWorkload workload = held.getDemand().getWorkload();
        return ResizeReservationRequest.newBuilder()
                .setName(held.getName())
                .setWorkload(workload.toBuilder().setAcceleratorCount(accelerators))
                .setRequestId(PowerClient.newId());
    }

    private Reservation lease(Reservation pending) {
        return client.reservations
                .confirmReservation(ConfirmReservationRequest.newBuilder()
                        .setName(pending.getName())
                        .setLease(HOUR)
                        .setRequestId(PowerClient.newId())
                        .build())
                .getReservation();
    }

    private Reservation renew(Reservation held) {
        return client.reservations
                .renewReservation(RenewReservationRequest.newBuilder()
                        .setName(held.getName())
                        .setLease(HOUR)
                        .setRequestId(PowerClient.newId())
                        .build())
                .getReservation();
    }

    /** A site's time never runs back: moved on in the database, it is what the next batch takes for now. */
    private void passAnHour() throws Exception {
        try (Connection connection = database.getConnection();
                PreparedStatement later = connection.prepareStatement(
                        "UPDATE site SET last_time = last_time + interval '61 minutes' WHERE name = ?")) {
            later.setString(1, Names.siteId(site, "site"));
            later.executeUpdate();
        }
    }

    private java.util.List<Reservation> listed(ReservationState state) {
        return client.reservations
                .listReservations(ListReservationsRequest.newBuilder()
                        .setParent(site)
                        .addStates(state)
                        .build())
                .getReservationsList();
    }
}
