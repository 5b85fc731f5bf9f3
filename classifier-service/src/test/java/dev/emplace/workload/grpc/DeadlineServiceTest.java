package dev.emplace.workload.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import com.google.type.Decimal;
import dev.emplace.api.pricing.v1.Interruptions;
import dev.emplace.api.workload.v1.AcceleratorRequest;
import dev.emplace.api.workload.v1.Activity;
import dev.emplace.api.workload.v1.Constraint;
import dev.emplace.api.workload.v1.Placement;
import dev.emplace.api.workload.v1.PlacementConstraints;
import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.PlanOutcome;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.Workload;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.text.ParseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeSuite.class)
class DeadlineServiceTest extends ServiceCalls {

    private static Timestamp at(String moment) {
        try {
            return Timestamps.parse(moment);
        } catch (ParseException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** Two days of training, from the first of December on. */
    private static PlanPlacementRequest.Builder training() {
        return PlanPlacementRequest.newBuilder()
                .setStartTime(at("2026-12-01T00:00:00Z"))
                .setWorkload(Workload.newBuilder()
                        .setActivity(Activity.ACTIVITY_TRAINING)
                        .setDuration(Durations.fromHours(48))
                        .setAccelerators(AcceleratorRequest.newBuilder()
                                .setAccelerator("H100")
                                .setAcceleratorsPerReplica(8)));
    }

    private static PlacementConstraints by(Timestamp deadline) {
        return PlacementConstraints.newBuilder().setDeadline(deadline).build();
    }

    private static Interruptions often() {
        return Interruptions.newBuilder()
                .setMachineRatePerHour(Decimal.newBuilder().setValue("0.25"))
                .setWithoutCheckpoints(true)
                .build();
    }

    private Plan plan(PlanPlacementRequest.Builder request) {
        return placement().planPlacement(request.build()).getPlan();
    }

    private static Placement of(Plan plan, String offer) {
        return plan.getPlacementsList().stream()
                .filter(p -> p.getQuote().getOffer().getName().equals(offer))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + offer + " in " + plan));
    }

    @Test
    void eachPlaceTellsWhenTheWorkIsDoneThere() {
        Plan plan =
                plan(training().setConstraints(by(at("2026-12-04T00:00:00Z"))).setInterruptions(often()));
        assertThat(plan.getStartTime()).isEqualTo(at("2026-12-01T00:00:00Z"));
        assertThat(of(plan, "offers/gpu-cloud").getFinishTime()).isEqualTo(at("2026-12-03T00:00:00Z"));
        // A quarter of 48 hours more.
        assertThat(of(plan, "offers/spot-cloud").getFinishTime()).isEqualTo(at("2026-12-03T12:00:00Z"));
        // Asked for at once, and so that it is done just in time.
        assertThat(of(plan, "offers/block-" + at("2026-12-01T00:00:00Z").getSeconds())
                        .getFinishTime())
                .isEqualTo(at("2026-12-03T00:00:00Z"));
        assertThat(of(plan, "offers/block-" + at("2026-12-02T00:00:00Z").getSeconds())
                        .getFinishTime())
                .isEqualTo(at("2026-12-04T00:00:00Z"));
    }

    @Test
    void whatIsLateIsRejectedWithWhatWouldPass() {
        Plan plan =
                plan(training().setConstraints(by(at("2026-12-03T06:00:00Z"))).setInterruptions(often()));
        assertThat(plan.getOutcome()).isEqualTo(PlanOutcome.PLAN_OUTCOME_PLACED);
        assertThat(plan.getRejectionsList()).anySatisfy(rejection -> {
            assertThat(rejection.getConstraint()).isEqualTo(Constraint.CONSTRAINT_DEADLINE);
            assertThat(rejection.getClosest()).isEqualTo("offers/spot-cloud");
            assertThat(rejection.getNumber()).isEqualTo("done 2026-12-03T12:00:00Z, 6 h late");
            assertThat(rejection.getLimit()).isEqualTo("2026-12-03T06:00:00Z");
            assertThat(rejection.getSmallestChange()).contains("a deadline of 2026-12-03T12:00:00Z", "on demand");
        });
    }

    @Test
    void withoutADurationItIsAskedFor() {
        PlanPlacementRequest.Builder request = training().setConstraints(by(at("2026-12-04T00:00:00Z")));
        request.getWorkloadBuilder().clearDuration();
        Plan plan = plan(request);
        assertThat(plan.getOutcome()).isEqualTo(PlanOutcome.PLAN_OUTCOME_NEEDS_FACT);
        assertThat(plan.getMissingFacts(0).getField()).isEqualTo("duration");
    }

    @Test
    void aDeadlineMustLieAfterTheStartAndNowIsTheStartOfWhoStatesNone() {
        refused(training().setConstraints(by(at("2026-12-01T00:00:00Z"))), "constraints.deadline");
        refused(training().clearStartTime().setConstraints(by(at("2020-01-01T00:00:00Z"))), "constraints.deadline");
    }

    @Test
    void aDeadlineOfWhatDoesNotEndIsRefused() {
        PlanPlacementRequest.Builder request = training().setConstraints(by(at("2026-12-04T00:00:00Z")));
        request.getWorkloadBuilder().setActivity(Activity.ACTIVITY_DEVELOPMENT);
        refused(request, "constraints.deadline");
    }

    @Test
    void timesThatNoCalendarHasAreRefused() {
        Timestamp never = Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build();
        refused(training().setConstraints(by(never)), "constraints.deadline");
        refused(training().setStartTime(never), "start_time");
        refused(training().setStartTime(at("2200-01-01T00:00:00Z")), "start_time");
    }

    @Test
    void interruptionsThatMakeNoSenseAreRefused() {
        Interruptions unclear = often().toBuilder().clearWithoutCheckpoints().build();
        refused(training().setInterruptions(unclear), "interruptions.checkpoint_duration");
        Interruptions both = often().toBuilder()
                .setCheckpointDuration(Durations.fromMinutes(2))
                .build();
        refused(training().setInterruptions(both), "interruptions.without_checkpoints");
        for (String rate : new String[] {"0", "60.1", "-1", "1e9", "often", ""}) {
            Interruptions odd = often().toBuilder()
                    .setMachineRatePerHour(Decimal.newBuilder().setValue(rate))
                    .build();
            refused(training().setInterruptions(odd), "interruptions.machine_rate_per_hour");
        }
    }

    private void refused(PlanPlacementRequest.Builder request, String field) {
        GrpcError.from(() -> plan(request))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates(field);
    }
}
