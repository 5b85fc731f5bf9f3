package dev.emplace.power.grpc;

import static dev.emplace.power.grpc.PowerClient.creating;
import static dev.emplace.power.grpc.PowerClient.newId;
import static dev.emplace.power.grpc.PowerClient.training;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.type.Interval;
import dev.emplace.api.power.v1.ConfirmReservationRequest;
import dev.emplace.api.power.v1.CreateReservationRequest;
import dev.emplace.api.power.v1.Demand;
import dev.emplace.api.power.v1.ListReservationsRequest;
import dev.emplace.api.power.v1.RackLoad;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationState;
import dev.emplace.api.power.v1.SurvivalRequirement;
import dev.emplace.api.power.v1.Topology;
import dev.emplace.power.domain.capacity.NaiveSite;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReservationServiceTest {
    private static final Topology ROOMY = TestSites.twoPaths(100_000);

    /** One machine's peak is just under 8 kW: three fit on one path alone, a fourth does not. */
    private static final Topology TIGHT = TestSites.twoPaths(25_000);

    private List<PowerClient> open = new ArrayList<>();

    @BeforeEach
    void start() {
        open = new ArrayList<>();
    }

    @AfterEach
    void close() {
        open.forEach(PowerClient::close);
    }

    private PowerClient client() {
        PowerClient client = new PowerClient();
        open.add(client);
        return client;
    }

    @Test
    void reservationHoldsItsPeakUntilItIsReleased() {
        PowerClient client = client();
        String site = client.newSite(ROOMY);
        Reservation pending = client.create(site, training(16));
        assertThat(pending.getState()).isEqualTo(ReservationState.RESERVATION_STATE_PENDING);
        assertThat(pending.getHeldWatts()).isEqualTo(pending.getDraw().getPeakWatts());
        assertThat(pending.getHeldList()).singleElement().satisfies(held -> {
            assertThat(held.getServersPerRack()).isEqualTo(2);
            assertThat(held.getAcceleratorsPerRack()).isEqualTo(16);
        });
        Reservation confirmed = client.confirm(pending.getName());
        assertThat(confirmed.getState()).isEqualTo(ReservationState.RESERVATION_STATE_CONFIRMED);
        assertThat(confirmed.getFencingToken().getRevision())
                .isGreaterThan(pending.getFencingToken().getRevision());
        assertThat(client.get(pending.getName())).isEqualTo(confirmed);
        assertThat(client.release(pending.getName()).getState()).isEqualTo(ReservationState.RESERVATION_STATE_RELEASED);
        assertThat(client.assess(site, training(8)).getFittingAcceleratorCount())
                .isEqualTo(64);
    }

    @Test
    void whatOnlyFitsWithBothFeedsAliveIsRefusedWithTheFeedAndTheNearest() {
        PowerClient client = client();
        String site = client.newSite(TIGHT);
        client.newSite(ROOMY);
        GrpcError error = GrpcError.from(() -> client.create(site, training(32)))
                .is(Status.Code.RESOURCE_EXHAUSTED, "INSUFFICIENT_CAPACITY");
        assertThat(error.metadata())
                .containsEntry("limit_kind", "POWER")
                .containsEntry("fitting_accelerator_count", "24");
        assertThat(error.metadata().get("node")).startsWith("ups-");
        assertThat(error.metadata().get("scenario")).isIn("utility-a", "utility-b", "ups-a", "ups-b");
        assertThat(Long.parseLong(error.metadata().getOrDefault("shortfall_watts", "0")))
                .isPositive();
        // The first few by name, among them perhaps those of other tests: whichever they are, it must fit there.
        assertThat(error.metadata().getOrDefault("fitting_sites", "").split(","))
                .allSatisfy(other ->
                        assertThat(client.assess(other, training(32)).getFits()).isTrue());
        assertThat(error.metadata()).containsKey("fitting_cap_watts_per_accelerator");
        assertThat(client.create(site, training(24)).getHeldWatts()).isPositive();
    }

    @Test
    void suppliesThatDoNotCarryTheMachineOnOneFeedAreRefused() {
        PowerClient client = client();
        Topology weak = ROOMY.toBuilder()
                .setRackGroups(0, TestSites.row(List.of("ups-a", "ups-b"), 2_500))
                .build();
        String site = client.newSite(weak);
        assertThat(GrpcError.from(() -> client.create(site, training(8)))
                        .is(Status.Code.RESOURCE_EXHAUSTED, "INSUFFICIENT_CAPACITY")
                        .metadata())
                .containsEntry("limit_kind", "POWER_SUPPLY")
                .containsEntry("limit_watts", "7500");
        assertThat(client.create(site, accepting(training(8))).getHeldWatts()).isPositive();
    }

    @Test
    void singleFeedServesOnlyWhoAcceptsTheRisk() {
        PowerClient client = client();
        String site = client.newSite(ROOMY.toBuilder()
                .setRackGroups(0, TestSites.row(List.of("ups-a"), 3_300))
                .build());
        assertThat(GrpcError.from(() -> client.create(site, training(8)))
                        .is(Status.Code.RESOURCE_EXHAUSTED, "INSUFFICIENT_CAPACITY")
                        .metadata())
                .containsEntry("limit_kind", "LAST_PATH");
        assertThat(client.create(site, accepting(training(8))).getHeldWatts()).isPositive();
    }

    private static Demand accepting(Demand demand) {
        return demand.toBuilder()
                .setSurvives(SurvivalRequirement.SURVIVAL_REQUIREMENT_NO_FAILURE)
                .build();
    }

    @Test
    void sameRequestIdAnswersTheFirstOutcomeAndAnotherBodyIsRefused() {
        PowerClient client = client();
        String site = client.newSite(ROOMY);
        CreateReservationRequest request = creating(site, training(8)).build();
        var first = client.reservations.createReservation(request);
        client.confirm(first.getReservation().getName());
        assertThat(client.reservations.createReservation(request)).isEqualTo(first);
        GrpcError.from(() -> client.reservations.createReservation(
                        request.toBuilder().setHolder("other").build()))
                .is(Status.Code.ALREADY_EXISTS, "REQUEST_ID_REUSED");
        assertThat(client.assess(site, training(8)).getFittingAcceleratorCount())
                .isEqualTo(56);
    }

    @Test
    void refusalIsNotKept() {
        PowerClient client = client();
        String site = client.newSite(TIGHT);
        Reservation all = client.create(site, training(24));
        CreateReservationRequest request = creating(site, training(8)).build();
        GrpcError.from(() -> client.reservations.createReservation(request))
                .is(Status.Code.RESOURCE_EXHAUSTED, "INSUFFICIENT_CAPACITY");
        client.release(all.getName());
        assertThat(client.reservations
                        .createReservation(request)
                        .getReservation()
                        .getHeldWatts())
                .isPositive();
    }

    @Test
    void validateOnlyHoldsNothing() {
        PowerClient client = client();
        String site = client.newSite(ROOMY);
        var before = client.assess(site, training(8));
        client.reservations.createReservation(
                creating(site, training(64)).setValidateOnly(true).build());
        assertThat(client.assess(site, training(8))).isEqualTo(before);
    }

    @Test
    void unconfirmedReservationExpiresByItself() {
        PowerClient client = client();
        String site = client.newSite(ROOMY);
        Reservation pending = client.reservations
                .createReservation(creating(site, training(8))
                        .setTtl(Duration.newBuilder().setSeconds(1))
                        .build())
                .getReservation();
        Awaitility.await()
                .until(() -> client.get(pending.getName()).getState() == ReservationState.RESERVATION_STATE_EXPIRED);
        assertThat(GrpcError.from(() -> client.confirm(pending.getName()))
                        .is(Status.Code.FAILED_PRECONDITION, "RESERVATION_RESOLVED")
                        .metadata())
                .containsEntry("state", "EXPIRED");
        Awaitility.await().until(() -> client.assess(site, training(8)).getFittingAcceleratorCount() == 64);
    }

    @Test
    void ofManyWhoConfirmAndReleaseOneWinsEach() throws Exception {
        PowerClient client = client();
        String name = client.create(client.newSite(ROOMY), training(8)).getName();
        List<Optional<Reservation>> confirmed = together(16, i -> () -> client().confirm(name));
        assertThat(confirmed.stream().flatMap(Optional::stream)).hasSize(1);
        List<Optional<Reservation>> released = together(16, i -> () -> client().release(name));
        assertThat(released.stream().flatMap(Optional::stream)).hasSize(1);
    }

    @Test
    void manyClientsNeverExceedAnyLimitInAnyScenario() throws Exception {
        PowerClient client = client();
        Topology topology = TestSites.twoPaths(45_000);
        String site = client.newSite(topology);
        List<Optional<Reservation>> held = together(48, i -> () -> {
            Reservation created = client.create(site, training(1 + i % 12));
            return i % 5 == 0 ? client.release(created.getName()) : client.confirm(created.getName());
        });
        assertThat(held.stream().filter(Optional::isEmpty))
                .as("some did not fit")
                .isNotEmpty();
        var domain = TopologyMessages.toDomain(topology);
        List<dev.emplace.power.domain.capacity.RackLoad> racks = live(client, site).stream()
                .flatMap(reservation -> ReservationMessages.toDomain(reservation).held().stream())
                .toList();
        assertThat(racks).isNotEmpty();
        Stream.of("", "utility-a", "utility-b", "ups-a", "ups-b", "crah-1", "crah-2")
                .forEach(failed -> assertThat(new NaiveSite(domain, failed, racks).overloads())
                        .isEmpty());
        for (int rack = 0; rack < 4; rack++) {
            int number = rack;
            assertThat(racks.stream()
                            .filter(load -> load.rack() == number)
                            .mapToInt(load -> load.servers())
                            .sum())
                    .isLessThanOrEqualTo(2);
        }
    }

    private static List<Reservation> live(PowerClient client, String site) {
        return client.reservations
                .listReservations(ListReservationsRequest.newBuilder()
                        .setParent(site)
                        .setPageSize(1000)
                        .addStates(ReservationState.RESERVATION_STATE_PENDING)
                        .addStates(ReservationState.RESERVATION_STATE_CONFIRMED)
                        .build())
                .getReservationsList();
    }

    private interface Calls {
        Callable<Reservation> of(int client);
    }

    /** Empty for a call that was refused as the contract says. */
    private static List<Optional<Reservation>> together(int clients, Calls calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Optional<Reservation>>> futures = threads.invokeAll(IntStream.range(0, clients)
                    .<Callable<Optional<Reservation>>>mapToObj(i -> () -> refusable(calls.of(i)))
                    .toList());
            List<Optional<Reservation>> results = new ArrayList<>();
            for (Future<Optional<Reservation>> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Optional<Reservation> refusable(Callable<Reservation> call) throws Exception {
        try {
            return Optional.of(call.call());
        } catch (StatusRuntimeException refused) {
            assertThat(refused.getStatus().getCode())
                    .isIn(Status.Code.RESOURCE_EXHAUSTED, Status.Code.FAILED_PRECONDITION);
            return Optional.empty();
        }
    }

    @Test
    void windowsThatDoNotMeetShareTheCapacity() {
        PowerClient client = client();
        String site = client.newSite(TIGHT);
        long now = Instant.ofEpochSecond(
                        client.create(site, training(1)).getCreateTime().getSeconds())
                .getEpochSecond();
        client.create(site, during(training(16), now + 1_000, now + 2_000));
        client.create(site, during(training(16), now + 2_000, now + 3_000));
        GrpcError.from(() -> client.create(site, during(training(16), now + 1_500, now + 2_500)))
                .is(Status.Code.RESOURCE_EXHAUSTED, "INSUFFICIENT_CAPACITY");
    }

    private static Demand during(Demand demand, long start, long end) {
        return demand.toBuilder()
                .setWindow(Interval.newBuilder()
                        .setStartTime(Timestamp.newBuilder().setSeconds(start))
                        .setEndTime(Timestamp.newBuilder().setSeconds(end)))
                .build();
    }

    @Test
    void pagesListEveryReservationOnce() {
        PowerClient client = client();
        String site = client.newSite(ROOMY);
        for (int i = 0; i < 5; i++) {
            client.create(site, training(1));
        }
        List<String> names = new ArrayList<>();
        ListReservationsRequest request = ListReservationsRequest.newBuilder()
                .setParent(site)
                .setPageSize(2)
                .build();
        String token = "";
        do {
            var page = client.reservations.listReservations(
                    request.toBuilder().setPageToken(token).build());
            page.getReservationsList().forEach(reservation -> names.add(reservation.getName()));
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        assertThat(names).hasSize(5).doesNotHaveDuplicates().isSorted();
        GrpcError.from(() -> client.reservations.listReservations(
                        request.toBuilder().setPageToken("forged").build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_PAGE_TOKEN");
    }

    @Test
    void hostileRequestsAreRefusedByName() {
        PowerClient client = client();
        String site = client.newSite(ROOMY);
        GrpcError.from(() -> client.create("sites/nowhere", training(8))).is(Status.Code.NOT_FOUND, "UNKNOWN_SITE");
        GrpcError.from(() -> client.confirm(site + "/reservations/r9-9"))
                .is(Status.Code.NOT_FOUND, "UNKNOWN_RESERVATION");
        GrpcError.from(() -> client.get(site + "/reservations/r9-9")).is(Status.Code.NOT_FOUND, "UNKNOWN_RESERVATION");
        assertThat(GrpcError.from(() -> client.create(site, training(-1)))
                        .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                        .fields())
                .containsExactly("demand.workload.accelerator_count");
        GrpcError.from(() -> client.create(
                        site,
                        training(1).toBuilder()
                                .setWorkload(
                                        training(1).getWorkload().toBuilder().setAccelerator("acme"))
                                .build()))
                .is(Status.Code.NOT_FOUND, "UNKNOWN_ACCELERATOR");
        GrpcError.from(() -> client.create(
                        site,
                        Demand.newBuilder()
                                .setRackLoad(RackLoad.newBuilder()
                                        .setRackGroup("row-x")
                                        .setRackCount(1)
                                        .setWattsPerRack(1))
                                .build()))
                .is(Status.Code.NOT_FOUND, "UNKNOWN_RACK_GROUP");
        GrpcError.from(() -> client.create(site, during(training(1), 10, 5)))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
        Reservation pending = client.create(site, training(1));
        GrpcError.from(() -> client.reservations.confirmReservation(ConfirmReservationRequest.newBuilder()
                        .setName(pending.getName())
                        .setEtag("1-1")
                        .setRequestId(newId())
                        .build()))
                .is(Status.Code.ABORTED, "ETAG_MISMATCH");
    }
}
