package dev.emplace.power.grpc;

import static dev.emplace.power.grpc.PowerClient.applying;
import static dev.emplace.power.grpc.PowerClient.training;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.google.type.Interval;
import dev.emplace.api.power.v1.Arrival;
import dev.emplace.api.power.v1.Curtailment;
import dev.emplace.api.power.v1.Demand;
import dev.emplace.api.power.v1.GetSiteRequest;
import dev.emplace.api.power.v1.LimitKind;
import dev.emplace.api.power.v1.MaintenanceWindow;
import dev.emplace.api.power.v1.SiteSchedule;
import dev.emplace.api.power.v1.SurvivalRequirement;
import dev.emplace.api.power.v1.Topology;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.text.ParseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SiteScheduleTest {
    private static final Topology ROOMY = TestSites.twoPaths(100_000);
    private static final Timestamp SPRING = time("2030-03-01T00:00:00Z");
    private static final Timestamp SUMMER = time("2030-06-01T00:00:00Z");
    private static final Timestamp AUTUMN = time("2030-09-01T00:00:00Z");

    @Test
    void scheduleIsReadBackAsItWasAndAMaintenanceOnlyTouchesItsTime() {
        try (PowerClient client = new PowerClient()) {
            Topology topology = with(SiteSchedule.newBuilder()
                    .addMaintenanceWindows(MaintenanceWindow.newBuilder()
                            .setElement("ups-a")
                            .setStartTime(SUMMER)
                            .setEndTime(AUTUMN)));
            String site = client.newSite(topology);
            assertThat(client.sites
                            .getSite(GetSiteRequest.newBuilder().setName(site).build())
                            .getSite()
                            .getTopology()
                            .getSchedule())
                    .isEqualTo(topology.getSchedule());
            assertThat(client.assess(site, over(SPRING, SUMMER)).getFits()).isTrue();
            assertThat(client.assess(site, over(AUTUMN, time("2031-01-01T00:00:00Z")))
                            .getFits())
                    .isTrue();
            var during = client.assess(site, over(SPRING, time("2030-06-01T00:00:01Z")));
            assertThat(during.getFits()).isFalse();
            assertThat(during.getBinding().getLimitKind()).isEqualTo(LimitKind.LIMIT_KIND_LAST_PATH);
            assertThat(during.getBinding().getScenario()).endsWith("during maintenance of ups-a");
        }
    }

    @Test
    void capacityThatArrivesLaterIsHeldOnlyFromThenOn() {
        try (PowerClient client = new PowerClient()) {
            String site = client.newSite(with(SiteSchedule.newBuilder()
                    .addArrivals(Arrival.newBuilder().setElement("row-a").setArriveTime(SUMMER))));
            assertThat(client.create(site, over(SUMMER, AUTUMN)).getHeldWatts()).isPositive();
            GrpcError.from(() -> client.create(site, over(SPRING, AUTUMN)))
                    .is(Status.Code.RESOURCE_EXHAUSTED, "INSUFFICIENT_CAPACITY");
        }
    }

    @Test
    void maintenanceUnderWhichAReservationWouldNotSurviveIsRefusedUnlessFailuresAreAccepted() {
        try (PowerClient client = new PowerClient()) {
            String site = client.newSite(ROOMY);
            client.create(site, training(8));
            MaintenanceWindow.Builder window = MaintenanceWindow.newBuilder()
                    .setElement("ups-a")
                    .setStartTime(SUMMER)
                    .setEndTime(AUTUMN);
            GrpcError.from(() ->
                            client.apply(site, with(SiteSchedule.newBuilder().addMaintenanceWindows(window))))
                    .is(Status.Code.FAILED_PRECONDITION, "TOPOLOGY_BREAKS_RESERVATIONS");
            window.setAcceptsFailures(true);
            assertThat(client.apply(site, with(SiteSchedule.newBuilder().addMaintenanceWindows(window)))
                            .getBrokenReservationsList())
                    .isEmpty();
        }
    }

    @Test
    void curtailmentIsTakenAndTellsWhatToShedFirst() {
        try (PowerClient client = new PowerClient()) {
            String site = client.newSite(ROOMY);
            String needed = client.create(site, training(8)).getName();
            Demand sheds = training(8).toBuilder()
                    .setSurvives(SurvivalRequirement.SURVIVAL_REQUIREMENT_SHED_ON_FAILURE)
                    .build();
            client.create(site, sheds);
            client.create(site, sheds);
            String older = client.create(site, sheds).getName();
            String younger = client.create(site, sheds).getName();
            var applied = client.sites.applyTopology(applying(
                            site,
                            with(SiteSchedule.newBuilder()
                                    .addCurtailments(curtailment("utility-a"))
                                    .addCurtailments(curtailment("utility-b"))))
                    .build());
            assertThat(applied.getCurtailedReservationsList()).containsExactly(younger, older);
            assertThat(applied.getBrokenReservationsList()).isEmpty();
            assertThat(client.get(needed).getHeldWatts()).isPositive();
        }
    }

    @Test
    void timesThatMakeNoSenseAreRefusedByTheirField() {
        try (PowerClient client = new PowerClient()) {
            SiteSchedule.Builder schedule = SiteSchedule.newBuilder()
                    .addMaintenanceWindows(MaintenanceWindow.newBuilder()
                            .setElement("nowhere")
                            .setStartTime(AUTUMN)
                            .setEndTime(SUMMER));
            assertThat(GrpcError.from(() -> client.newSite(with(schedule)))
                            .is(Status.Code.INVALID_ARGUMENT, "INVALID_TOPOLOGY")
                            .fields())
                    .containsExactlyInAnyOrder(
                            "topology.schedule.maintenance_windows[0].element",
                            "topology.schedule.maintenance_windows[0].end_time");
        }
    }

    private static Curtailment curtailment(String node) {
        return Curtailment.newBuilder()
                .setNode(node)
                .setStartTime(SUMMER)
                .setEndTime(AUTUMN)
                .setLimitWatts(19_000)
                .build();
    }

    private static Demand over(Timestamp start, Timestamp end) {
        return training(8).toBuilder()
                .setWindow(Interval.newBuilder().setStartTime(start).setEndTime(end))
                .build();
    }

    private static Topology with(SiteSchedule.Builder schedule) {
        return ROOMY.toBuilder().setSchedule(schedule).build();
    }

    private static Timestamp time(String text) {
        try {
            return Timestamps.parse(text);
        } catch (ParseException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
