package dev.emplace.power.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.type.Interval;
import dev.emplace.api.power.v1.CapacityChange;
import dev.emplace.api.power.v1.ChangeCause;
import dev.emplace.api.power.v1.ConfirmReservationRequest;
import dev.emplace.api.power.v1.DrawEstimate;
import dev.emplace.api.power.v1.EstimateDrawRequest;
import dev.emplace.api.power.v1.GetCapacityRequest;
import dev.emplace.api.power.v1.NodeCapacity;
import dev.emplace.api.power.v1.PowerReading;
import dev.emplace.api.power.v1.PowerWorkload;
import dev.emplace.api.power.v1.ReportMeteredPowerRequest;
import dev.emplace.api.power.v1.ReportMeteredPowerResponse;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationState;
import dev.emplace.api.power.v1.ResizeReservationRequest;
import dev.emplace.api.power.v1.SitePosition;
import dev.emplace.api.power.v1.WatchCapacityRequest;
import dev.emplace.power.domain.metering.Meters;
import dev.emplace.power.domain.reservation.SiteBook;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class MeteredPowerTest {
    private final PowerClient client = new PowerClient();
    private final String site = client.newSite(TestSites.twoPaths(100_000));
    private final DataSource database;
    private final SiteBook book;
    private final Meters meters;
    private Instant now = Instant.EPOCH;

    @Inject
    MeteredPowerTest(DataSource database, Meters meters, SiteBook book) {
        this.database = database;
        this.book = book;
        this.meters = meters;
    }

    @BeforeEach
    void lookAtTheClock() {
        now = meters.now();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void whatWasMeteredIsShownBesideWhatWasPredicted() {
        Reservation held = held();
        long predicted = held.getDraw().getP50Watts();
        assertThat(report(of(held, predicted / 2, -60, 0), ofNode("ups-a", 5_000, -60, 0))
                        .getKeptCount())
                .isEqualTo(2);

        var metered = client.get(held.getName()).getMetered();
        assertThat(metered.getWatts()).isEqualTo(predicted / 2);
        assertThat(metered.getPredictedWatts()).isEqualTo(predicted);
        assertThat(metered.getRatio().getValue()).isEqualTo("0.5");
        NodeCapacity node = node("ups-a");
        assertThat(node.getMetered().getWatts()).isEqualTo(5_000);
        assertThat(node.getMetered().getPredictedWatts()).isEqualTo(node.getReservedWatts());
        assertThat(node("ups-b").hasMetered()).isFalse();
        assertThat(client.all(site).get(held.getName()))
                .extracting(Reservation::getMetered)
                .isEqualTo(metered);
    }

    @Test
    void whatComesAgainOrLateChangesNothing() {
        Reservation held = held();
        PowerReading last = of(held, 4_000, -60, 0);
        report(last);
        ReportMeteredPowerResponse again = report(last);
        assertThat(again.getKeptCount()).isZero();
        assertThat(again.getIgnoredCount()).isEqualTo(1);
        assertThat(report(of(held, 9_000, -120, -60)).getIgnoredCount()).isEqualTo(1);
        assertThat(client.get(held.getName()).getMetered().getWatts()).isEqualTo(4_000);
        client.release(held.getName());
        assertThat(report(of(held, 1, -60, 1)).getIgnoredCount()).isEqualTo(1);
    }

    @Test
    void aReadingThatCannotBeIsRefusedWithItsFieldAndNothingIsKept() {
        Reservation held = held();
        PowerReading good = of(held, 1, -60, 0);
        refused(good, ofNode("ups-a", 1, -60, 60)).violates("readings[1].interval.end_time");
        refused(good, ofNode("ups-a", 1, -90_000, -89_990)).violates("readings[1].interval.start_time");
        refused(good, ofNode("ups-a", 1, 0, 0)).violates("readings[1].interval");
        refused(good, ofNode("ups-a", 1, -1_000, 0)).violates("readings[1].interval");
        refused(good, ofNode("ups-a", -1, -60, 0)).violates("readings[1].watts");
        refused(good, good).violates("readings[1]");
        refused(
                        good,
                        good.toBuilder()
                                .setReservation("sites/other/reservations/r1-1")
                                .build())
                .violates("readings[1].reservation");
        GrpcError.from(() -> report(IntStream.range(0, 1_001)
                        .mapToObj(i -> ofNode("n" + i, 1, -60, 0))
                        .toArray(PowerReading[]::new)))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
        GrpcError.from(() -> report(good, ofNode("nowhere", 1, -60, 0))).is(Status.Code.NOT_FOUND, "UNKNOWN_NODE");
        GrpcError.from(() -> report(
                        good,
                        good.toBuilder()
                                .setReservation(site + "/reservations/r9-9")
                                .build()))
                .is(Status.Code.NOT_FOUND, "UNKNOWN_RESERVATION");
        assertThat(client.get(held.getName()).hasMetered()).isFalse();
    }

    @Test
    void anEstimateIsCorrectedByOnePointWhereThatIsAskedFor() {
        Reservation held = held();
        PowerWorkload workload = held.getDemand().getWorkload();
        GrpcError.from(() -> estimate(workload, held.getName())).is(Status.Code.FAILED_PRECONDITION, "NOT_METERED");
        long metered = held.getDraw().getP50Watts() * 9 / 10;
        report(sinceItHoldsWhatItHolds(held, metered));

        DrawEstimate corrected = estimate(workload, held.getName());
        assertThat(corrected.getP50Watts()).isEqualTo(metered);
        assertThat(corrected.getPeakWatts()).isEqualTo(held.getDraw().getPeakWatts());
        assertThat(corrected.getPartsList())
                .anyMatch(part -> part.getSource().contains(held.getName())
                        && part.getP50Watts() == metered - held.getDraw().getP50Watts());
        assertThat(estimate(workload, "")).isEqualTo(held.getDraw());
        GrpcError.from(() -> estimate(
                        workload.toBuilder().setAccelerator("nvidia-l4-24gb").build(), held.getName()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
    }

    @Test
    void whatWasMeteredBeforeTheReservationWasWhatItIsCorrectsNothing() {
        Reservation held = held();
        PowerWorkload workload = held.getDemand().getWorkload();
        report(of(held, 4_000, -60, 0));
        GrpcError.from(() -> estimate(workload, held.getName())).is(Status.Code.FAILED_PRECONDITION, "NOT_METERED");
        report(sinceItHoldsWhatItHolds(held, 4_000));
        assertThat(estimate(workload, held.getName()).getP50Watts()).isEqualTo(4_000);

        Reservation resized = client.reservations
                .resizeReservation(ResizeReservationRequest.newBuilder()
                        .setName(held.getName())
                        .setWorkload(workload.toBuilder().setAcceleratorCount(16))
                        .setRequestId(PowerClient.newId())
                        .build())
                .getReservation();
        GrpcError.from(() -> estimate(workload, held.getName())).is(Status.Code.FAILED_PRECONDITION, "NOT_METERED");
        assertThat(client.get(held.getName()).hasMetered()).isFalse();
        client.confirm(held.getName());
        report(sinceItHoldsWhatItHolds(resized, 9_000));
        assertThat(estimate(resized.getDemand().getWorkload(), held.getName()).getP50Watts())
                .isEqualTo(9_000);
        assertThat(client.get(held.getName()).getMetered().getWatts()).isEqualTo(9_000);
    }

    @Test
    void readingsAreQuietTogetherWhileNoneIsAboveIdleAndNoneIsMissing() throws SQLException {
        Reservation held = held();
        report(of(held, 100, -600, -500));
        report(of(held, 100, -440, -400));
        assertThat(quietSince(held)).isEqualTo("-600");
        report(of(held, 100, -330, -300));
        assertThat(quietSince(held)).as("after a gap of 70 s").isEqualTo("-330");
        report(of(held, 6_000, -300, -200));
        assertThat(quietSince(held)).isNull();
        report(of(held, 100, -200, -100));
        assertThat(quietSince(held)).isEqualTo("-200");
    }

    @Test
    void aLongQuietReadingDoesNotSilenceALoudOneInside() throws SQLException {
        Reservation held = held();
        report(of(held, 6_000, -200, -100));
        report(of(held, 100, -900, -90));
        assertThat(quietSince(held)).isEqualTo("-100");
    }

    @Test
    void aLeaseThatLapsedIsReleasedOnceItsPowerHasDropped() throws SQLException {
        Reservation held = held();
        client.reservations.confirmReservation(ConfirmReservationRequest.newBuilder()
                .setName(held.getName())
                .setLease(Duration.newBuilder().setSeconds(10))
                .setRequestId(PowerClient.newId())
                .build());
        pass("1 hour");
        book.refresh(id());
        assertThat(client.get(held.getName()).getState()).isEqualTo(ReservationState.RESERVATION_STATE_LAPSED);
        pass("5 minutes");
        execute("insert into metered_power (site, kind, id, start_time, end_time, watts, idle_watts, quiet_since)"
                + " select name, 'RESERVATION', '" + held.getName().substring(site.length() + "/reservations/".length())
                + "', last_time - interval '1 minute', last_time, 100, 800, last_time - interval '5 minutes' from site"
                + " where name = '" + id() + "'");
        book.refresh(id());

        Reservation released = client.get(held.getName());
        assertThat(released.getState()).isEqualTo(ReservationState.RESERVATION_STATE_RELEASED);
        assertThat(released.getQuietRun().getWatts()).isEqualTo(100);
        CapacityWatcher watcher = new CapacityWatcher();
        watcher.positions.put(
                site, SitePosition.newBuilder().setSite(site).setRevision(5).build());
        watcher.watch(
                client.channel,
                WatchCapacityRequest.newBuilder().addSites(site).build(),
                () -> watcher.isBehind(site, 5));
        assertThat(watcher.told).extracting(CapacityChange::getCause).containsExactly(ChangeCause.CHANGE_CAUSE_METER);
        assertThat(watcher.told.get(0).getReservation())
                .isEqualTo(released.toBuilder().clearMetered().build());
    }

    private Reservation held() {
        return client.create(site, PowerClient.training(8));
    }

    /** A site's time never runs back: moved on in the database, it is what the next batch takes for now. */
    private void pass(String interval) throws SQLException {
        execute("update site set last_time = last_time + interval '" + interval + "' where name = '" + id() + "'");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** In seconds from the test's start. */
    private @Nullable String quietSince(Reservation held) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select round(extract(epoch from quiet_since) - "
                        + now.toEpochMilli() / 1_000.0 + ") from metered_power where site = '" + id()
                        + "' and kind = 'RESERVATION' and id = '"
                        + held.getName().substring(held.getName().lastIndexOf('/') + 1) + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    private String id() {
        return Names.siteId(site, "site");
    }

    private DrawEstimate estimate(PowerWorkload workload, String reservation) {
        return client.energy
                .estimateDraw(EstimateDrawRequest.newBuilder()
                        .setWorkload(workload)
                        .setMeteredReservation(reservation)
                        .build())
                .getDraw();
    }

    private NodeCapacity node(String id) {
        return client
                .capacity
                .getCapacity(GetCapacityRequest.newBuilder().setSite(site).build())
                .getNodesList()
                .stream()
                .filter(node -> node.getNode().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private GrpcError refused(PowerReading... readings) {
        GrpcError refused = GrpcError.from(() -> report(readings));
        assertThat(refused.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        return refused;
    }

    private ReportMeteredPowerResponse report(PowerReading... readings) {
        return client.capacity.reportMeteredPower(ReportMeteredPowerRequest.newBuilder()
                .setSite(site)
                .addAllReadings(List.of(readings))
                .build());
    }

    private PowerReading of(Reservation reservation, long watts, long from, long to) {
        return reading(watts, from, to).setReservation(reservation.getName()).build();
    }

    private PowerReading ofNode(String node, long watts, long from, long to) {
        return reading(watts, from, to).setNode(node).build();
    }

    /** The shortest reading that counts, within what a meter's clock may be ahead. */
    private static PowerReading sinceItHoldsWhatItHolds(Reservation reservation, long watts) {
        Instant from = Numbers.instant(
                reservation.hasResizeTime() ? reservation.getResizeTime() : reservation.getCreateTime(), "time");
        return PowerReading.newBuilder()
                .setReservation(reservation.getName())
                .setWatts(watts)
                .setInterval(Interval.newBuilder()
                        .setStartTime(Numbers.timestamp(from))
                        .setEndTime(Numbers.timestamp(from.plusSeconds(1))))
                .build();
    }

    /** @param from and to in seconds from the test's start */
    private PowerReading.Builder reading(long watts, long from, long to) {
        return PowerReading.newBuilder()
                .setWatts(watts)
                .setInterval(Interval.newBuilder()
                        .setStartTime(Numbers.timestamp(now.plusSeconds(from)))
                        .setEndTime(Numbers.timestamp(now.plusSeconds(to))));
    }
}
