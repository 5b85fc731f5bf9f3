package dev.emplace.power.grpc;

import static dev.emplace.power.grpc.PowerClient.training;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.google.type.Interval;
import dev.emplace.api.power.v1.Demand;
import dev.emplace.api.power.v1.ForecastCapacityRequest;
import dev.emplace.api.power.v1.ForecastRun;
import dev.emplace.api.power.v1.GetCapacityRequest;
import dev.emplace.api.power.v1.LimitKind;
import dev.emplace.api.power.v1.MaintenanceWindow;
import dev.emplace.api.power.v1.NodeCapacity;
import dev.emplace.api.power.v1.SiteSchedule;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CapacityViewTest {
    /** 2030-01-01T00:00:00Z. */
    private static final long NEW_YEAR = 1_893_456_000;

    private static final int HOURS = 30;

    @Test
    void eachNodeTellsWhereItHasTheLeastAndWhatStrandsTheRest() {
        try (PowerClient client = new PowerClient()) {
            String site = client.newSite(TestSites.twoPaths(50_000));
            client.create(site, training(16));
            var capacity = client.capacity.getCapacity(
                    GetCapacityRequest.newBuilder().setSite(site).build());
            assertThat(capacity.getNodesList().stream().map(NodeCapacity::getNode))
                    .containsExactly("crah-1", "crah-2", "ups-a", "ups-b", "utility-a", "utility-b");
            NodeCapacity ups = capacity.getNodes(2);
            assertThat(ups.getScenario()).isEqualTo("ups-b");
            assertThat(ups.getFreeWatts()).isEqualTo(ups.getLimitWatts() - ups.getLoadWatts());
            assertThat(ups.getLoadWatts())
                    .as("alone it carries what both share")
                    .isEqualTo(2 * ups.getReservedWatts());
            assertThat(capacity.getStrandedList()).singleElement().satisfies(stranded -> {
                assertThat(stranded.getRackGroup()).isEqualTo("row-a");
                assertThat(stranded.getUsableWatts()).isEqualTo(ups.getFreeWatts());
                assertThat(stranded.getStrandedWatts())
                        .isEqualTo(stranded.getRackWatts() - stranded.getUsableWatts())
                        .isPositive();
                assertThat(stranded.getBinding().getLimitKind()).isEqualTo(LimitKind.LIMIT_KIND_POWER);
            });
        }
    }

    @Test
    void pagesListEveryNodeOnce() {
        try (PowerClient client = new PowerClient()) {
            var request = GetCapacityRequest.newBuilder()
                    .setSite(client.newSite(TestSites.twoPaths(50_000)))
                    .setPageSize(4);
            var first = client.capacity.getCapacity(request.build());
            var second = client.capacity.getCapacity(
                    request.setPageToken(first.getNextPageToken()).build());
            assertThat(first.getNodesCount()).isEqualTo(4);
            assertThat(second.getNodesList().stream().map(NodeCapacity::getNode))
                    .containsExactly("utility-a", "utility-b");
            assertThat(second.getNextPageToken()).isEmpty();
        }
    }

    @Test
    void forecastSaysOfEachHourWhatAnAssessmentSays() {
        try (PowerClient client = new PowerClient()) {
            String site = client.newSite(TestSites.twoPaths(50_000).toBuilder()
                    .setSchedule(SiteSchedule.newBuilder()
                            .addMaintenanceWindows(MaintenanceWindow.newBuilder()
                                    .setElement("ups-b")
                                    .setStartTime(at(20, 1_800))
                                    .setEndTime(at(22, 0))))
                    .build());
            client.create(site, over(training(24), at(3, 600), at(7, 0)));
            client.create(site, over(training(8), at(6, 0), at(12, 1)));
            Demand wanted = training(24);
            List<ForecastRun> runs = client.capacity
                    .forecastCapacity(ForecastCapacityRequest.newBuilder()
                            .setSite(site)
                            .setDemand(wanted)
                            .setStartTime(at(0, 0))
                            .setHourCount(HOURS)
                            .build())
                    .getRunsList();
            assertThat(runs.stream().map(ForecastRun::getFits)).contains(true, false);
            assertThat(runs.get(runs.size() - 1).getEndTime()).isEqualTo(at(HOURS, 0));
            for (int hour = 0; hour < HOURS; hour++) {
                var assessed = client.assess(site, over(wanted, at(hour, 0), at(hour + 1, 0)));
                ForecastRun run = runAt(runs, at(hour, 0));
                assertThat(run.getFits()).as("hour %d", hour).isEqualTo(assessed.getFits());
                assertThat(run.getBinding()).isEqualTo(assessed.getBinding());
                assertThat(run.getFittingAcceleratorCount()).isEqualTo(assessed.getFittingAcceleratorCount());
            }
        }
    }

    @Test
    void windowThatIsOverIsRefusedByItsField() {
        try (PowerClient client = new PowerClient()) {
            String site = client.newSite(TestSites.twoPaths(50_000));
            Timestamp past = Timestamp.newBuilder().setSeconds(1_000_000).build();
            GrpcError.from(() -> client.capacity.getCapacity(GetCapacityRequest.newBuilder()
                            .setSite(site)
                            .setWindow(Interval.newBuilder().setEndTime(past))
                            .build()))
                    .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                    .violates("window.end_time");
            GrpcError.from(() -> client.assess(site, over(training(8), at(1, 0), at(0, 0))))
                    .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                    .violates("items[0].demand.window.end_time");
        }
    }

    private static ForecastRun runAt(List<ForecastRun> runs, Timestamp time) {
        return runs.stream()
                .filter(run -> Timestamps.compare(run.getStartTime(), time) <= 0
                        && Timestamps.compare(time, run.getEndTime()) < 0)
                .findFirst()
                .orElseThrow();
    }

    private static Timestamp at(int hour, int second) {
        return Timestamp.newBuilder()
                .setSeconds(NEW_YEAR + hour * 3_600L + second)
                .build();
    }

    private static Demand over(Demand demand, Timestamp start, Timestamp end) {
        return demand.toBuilder()
                .setWindow(Interval.newBuilder().setStartTime(start).setEndTime(end))
                .build();
    }
}
