package dev.emplace.workload.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Durations;
import com.google.type.Money;
import dev.emplace.api.workload.v1.AcceleratorRequest;
import dev.emplace.api.workload.v1.Activity;
import dev.emplace.api.workload.v1.Constraint;
import dev.emplace.api.workload.v1.CurrentPlacement;
import dev.emplace.api.workload.v1.Model;
import dev.emplace.api.workload.v1.Objective;
import dev.emplace.api.workload.v1.ObjectiveWeights;
import dev.emplace.api.workload.v1.PlacementConstraints;
import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.PlanOutcome;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.Quota;
import dev.emplace.api.workload.v1.UnitPriceEstimate;
import dev.emplace.api.workload.v1.WorkUnit;
import dev.emplace.api.workload.v1.Workload;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeSuite.class)
class PlacementServiceTest extends ServiceCalls {
    private static PlanPlacementRequest.Builder server() {
        return PlanPlacementRequest.newBuilder().setManifest(bytes(SERVER));
    }

    private Plan plan(PlanPlacementRequest.Builder request) {
        return placement().planPlacement(request.build()).getPlan();
    }

    @Test
    void aManifestBecomesAnExplainedPlacement() {
        Plan plan = plan(server());
        assertThat(plan.getOutcome()).isEqualTo(PlanOutcome.PLAN_OUTCOME_PLACED);
        assertThat(plan.getPlacementsList())
                .extracting(p -> p.getQuote().getOffer().getName())
                .containsExactly("offers/hall", "offers/gpu-cloud");
        assertThat(plan.getPlacements(0).getFootprint().getAcceleratorCount()).isEqualTo(8);
        assertThat(plan.getPlacements(0).getFootprint().getPartsList())
                .allSatisfy(part -> assertThat(part.getFormula()).isNotBlank());
        assertThat(plan.getPlacements(0).getPower().getHeadroomWatts()).isEqualTo(40_000);
        assertThat(plan.getPlacements(0).getPowerVerified()).isTrue();
        assertThat(plan.getCatalogRevision()).isEqualTo(5);
        assertThat(plan.getSiteRevisions(0).getRevision()).isEqualTo(9);
        assertThat(plan.getAssumptionsList()).isNotEmpty();
        assertThat(plan.getDegraded()).isFalse();
    }

    @Test
    void withoutPowerServiceThePlanIsDegradedAndRecovers() {
        FakeSuite.powerIs(FakeSuite.Mood.AWAY);
        Plan degraded = plan(server());
        assertThat(degraded.getDegraded()).isTrue();
        assertThat(degraded.getDegradations(0)).contains("power-service");
        assertThat(degraded.getPlacements(0).getPowerVerified()).isFalse();
        FakeSuite.powerIs(FakeSuite.Mood.WELL);
        assertThat(plan(server()).getDegraded()).isFalse();
    }

    @Test
    void aSilentPowerServiceIsNotWaitedForBeyondItsTime() {
        FakeSuite.powerIs(FakeSuite.Mood.SILENT);
        // Waited for to the end of the call, there would be no plan but DEADLINE_EXCEEDED.
        assertThat(plan(server()).getDegraded()).isTrue();
    }

    @Test
    void withoutPricingServiceThePlanIsUnavailableAndNamesItAndRecovers() {
        FakeSuite.pricingIs(FakeSuite.Mood.AWAY);
        GrpcError error = GrpcError.from(() -> plan(server())).is(Status.Code.UNAVAILABLE, "DEPENDENCY_UNAVAILABLE");
        assertThat(error.metadata()).containsEntry("dependency", "pricing-service");
        assertThat(error.retry()).isPresent();
        FakeSuite.pricingIs(FakeSuite.Mood.WELL);
        assertThat(plan(server()).getOutcome()).isEqualTo(PlanOutcome.PLAN_OUTCOME_PLACED);
    }

    @Test
    void theCallersDeadlineEndsAPlanThatWaits() {
        FakeSuite.pricingIs(FakeSuite.Mood.SILENT);
        GrpcError error = GrpcError.from(
                () -> placement().withDeadlineAfter(300, TimeUnit.MILLISECONDS).planPlacement(server().build()));
        assertThat(error.code()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    }

    @Test
    void anEmptyRequestNamesWhatIsMissing() {
        GrpcError.from(() -> plan(PlanPlacementRequest.newBuilder()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("subject");
    }

    @Test
    void overridesReplaceWhatIsRead() {
        Plan plan = plan(server().setOverrides(Workload.newBuilder()
                .setReplicaCount(1)
                .setModel(Model.newBuilder().setName("Llama-3.1-8B"))));
        assertThat(plan.getPlacements(0).getFootprint().getAcceleratorCount()).isEqualTo(1);
    }

    @Test
    void aMissingFactIsAnOutcome() {
        Plan plan = plan(PlanPlacementRequest.newBuilder()
                .setWorkload(Workload.newBuilder().setActivity(Activity.ACTIVITY_SERVING)));
        assertThat(plan.getOutcome()).isEqualTo(PlanOutcome.PLAN_OUTCOME_NEEDS_FACT);
        assertThat(plan.getMissingFacts(0).getField()).isEqualTo("model.parameter_count");
    }

    @Test
    void anotherCurrencyIsRefused() {
        PlacementConstraints constraints = PlacementConstraints.newBuilder()
                .setMaximumHourlyPrice(Money.newBuilder().setCurrencyCode("EUR").setUnits(5))
                .build();
        GrpcError.from(() -> plan(server().setConstraints(constraints)))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("constraints.maximum_hourly_price");
    }

    @Test
    void aPlacementTellsItsLatencyItsTotalAndHowLongItBinds() {
        Plan plan = plan(server().setOverrides(Workload.newBuilder()
                .setHourlyInputBytes(10_000_000_000L)
                .setTransportUnitPrice(Money.newBuilder().setCurrencyCode("USD").setNanos(50_000_000))));
        assertThat(plan.getPlannedDuration().getSeconds()).isEqualTo(730 * 3_600);
        assertThat(plan.getPlacementsList()).allSatisfy(p -> {
            // 10 GB at 0.05 USD for 730 hours.
            assertThat(p.getTransportPrice().getUnits()).isEqualTo(365);
            assertThat(p.getTotalPrice().getUnits())
                    .isEqualTo(p.getQuote().getTotalPrice().getUnits() + 365);
            assertThat(Durations.toNanos(p.getComputeLatency().getExpected()))
                    .isGreaterThan(Durations.toNanos(p.getComputeLatency().getLow()));
            assertThat(p.getComputeLatency().getFormula()).contains("first token");
        });
    }

    @Test
    void aPlacementOfAServerTellsWhatAMillionTokensCost() {
        Plan plan = plan(server());
        assertThat(plan.getPlacementsList()).isNotEmpty().allSatisfy(p -> {
            UnitPriceEstimate price = p.getUnitPrice();
            assertThat(price.getUnit()).isEqualTo(WorkUnit.WORK_UNIT_MILLION_TOKENS);
            assertThat(nanos(price.getLow())).isPositive().isLessThan(nanos(price.getExpected()));
            assertThat(nanos(price.getExpected())).isLessThan(nanos(price.getHigh()));
            assertThat(price.getExpected().getCurrencyCode()).isEqualTo("USD");
            assertThat(price.getFormula()).contains("tokens/s", "2 replicas", "730 h");
        });
        Plan unknown = plan(PlanPlacementRequest.newBuilder()
                .setWorkload(Workload.newBuilder()
                        .setActivity(Activity.ACTIVITY_SERVING)
                        .setAccelerators(AcceleratorRequest.newBuilder()
                                .setAccelerator("H100")
                                .setAcceleratorsPerReplica(8))));
        assertThat(unknown.getPlacementsList())
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.hasUnitPrice()).isFalse());
    }

    private static long nanos(Money money) {
        return money.getUnits() * 1_000_000_000 + money.getNanos();
    }

    @Test
    void aRejectionTellsWhoComesClosestAndWhatItRulesOut() {
        Plan plan =
                plan(server().setConstraints(PlacementConstraints.newBuilder().addDeniedProviders("gpu-cloud")));
        assertThat(plan.getRejectionsList()).anySatisfy(rejection -> {
            assertThat(rejection.getConstraint()).isEqualTo(Constraint.CONSTRAINT_PROVIDER);
            assertThat(rejection.getFamily()).isEqualTo("gpu cloud on demand");
            assertThat(rejection.getClosest()).isEqualTo("offers/gpu-cloud");
            assertThat(rejection.getAcceleratorsList()).containsExactly("NVIDIA H100 SXM 80 GB");
            assertThat(rejection.getSmallestChange()).isEqualTo("passes if you take gpu-cloud off denied_providers");
        });
    }

    @Test
    void anUplinkBeyondReasonIsRefused() {
        Workload dear = Workload.newBuilder()
                .setTransportUnitPrice(Money.newBuilder().setCurrencyCode("USD").setUnits(1_001))
                .build();
        GrpcError.from(() -> plan(server().setOverrides(dear)))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("transport_unit_price");
    }

    @Test
    void weightsGoWithTheirObjectiveAlone() {
        ObjectiveWeights weights = ObjectiveWeights.newBuilder().setCost(1).build();
        GrpcError.from(() -> plan(server().setObjective(Objective.OBJECTIVE_WEIGHTED)))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("weights");
        GrpcError.from(() -> plan(server().setWeights(weights)))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("weights");
        GrpcError.from(() -> plan(server().setObjective(Objective.OBJECTIVE_WEIGHTED)
                        .setWeights(ObjectiveWeights.getDefaultInstance())))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("weights");
        Plan plan = plan(server().setObjective(Objective.OBJECTIVE_WEIGHTED).setWeights(weights));
        assertThat(plan.getObjective()).isEqualTo(Objective.OBJECTIVE_WEIGHTED);
    }

    @Test
    void eachPlacementTellsWhatMovingThereBrings() {
        Plan plan = plan(server().setCurrent(CurrentPlacement.newBuilder()
                .setOffer("offers/gpu-cloud")
                .setHourlyPrice(Money.newBuilder().setCurrencyCode("USD").setUnits(25))
                .setOwedPrice(Money.newBuilder().setCurrencyCode("USD").setUnits(90))
                .setMovedBytes(1_000_000_000_000L)
                .setEgressUnitPrice(Money.newBuilder().setCurrencyCode("USD").setNanos(100_000_000))));
        var move = plan.getPlacements(0).getMove();
        // (25 - 22) x 730 h; 1,000 GB at 0.10, and 90 that are owed.
        assertThat(move.getGrossSaving().getUnits()).isEqualTo(2_190);
        assertThat(move.getMovingPrice().getUnits()).isEqualTo(190);
        assertThat(move.getNetSaving().getUnits()).isEqualTo(2_000);
        assertThat(move.getBreakEvenDuration().getSeconds() / 3_600).isEqualTo(63);
        assertThat(plan.getPlacements(1).hasMove()).isFalse();
        assertThat(plan.getNotesList())
                .anySatisfy(note -> assertThat(note).startsWith("Moving from offers/gpu-cloud to offers/hall saves"));
    }

    @Test
    void aStockOutIsRejectedByItsQuota() {
        Plan plan = plan(server().setConstraints(PlacementConstraints.newBuilder()
                .addQuotas(Quota.newBuilder().setProvider("gpu-cloud").setRegion("eu-1"))));
        assertThat(plan.getPlacementsCount()).isEqualTo(1);
        assertThat(plan.getRejectionsList()).anySatisfy(rejection -> {
            assertThat(rejection.getConstraint()).isEqualTo(Constraint.CONSTRAINT_QUOTA);
            assertThat(rejection.getLimit()).isEqualTo("out of stock at gpu-cloud eu-1");
        });
    }

    @Test
    void moreHoursThanAMonthHasAreRefusedByTheContract() {
        GrpcError.from(() -> plan(server().setOverrides(Workload.newBuilder().setMonthlyRunHours(731))))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("overrides.monthly_run_hours");
    }
}
