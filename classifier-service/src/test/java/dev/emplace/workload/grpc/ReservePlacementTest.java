package dev.emplace.workload.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.workload.v1.PlacementConstraints;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.RenderingFormat;
import dev.emplace.api.workload.v1.ReservationOutcome;
import dev.emplace.api.workload.v1.ReservePlacementRequest;
import dev.emplace.api.workload.v1.ReservePlacementResponse;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.workload.grpc.FakeReservations.Step;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(FakeSuite.class)
class ReservePlacementTest extends ServiceCalls {
    private int before;

    @BeforeEach
    void count() {
        before = FakeReservations.held();
    }

    private int held() {
        return FakeReservations.held() - before;
    }

    private static ReservePlacementRequest request(PlacementConstraints constraints) {
        return ReservePlacementRequest.newBuilder()
                .setRequest(PlanPlacementRequest.newBuilder()
                        .setManifest(bytes(SERVER))
                        .setConstraints(constraints))
                .setHolder("test")
                .setRequestId(UUID.randomUUID().toString())
                .build();
    }

    private static ReservePlacementRequest request() {
        return request(PlacementConstraints.getDefaultInstance());
    }

    private ReservePlacementResponse reserve(ReservePlacementRequest request) {
        return placement().reservePlacement(request);
    }

    private void unavailable(ReservePlacementRequest request, String dependency) {
        assertThat(GrpcError.from(() -> reserve(request))
                        .is(Status.Code.UNAVAILABLE, "DEPENDENCY_UNAVAILABLE")
                        .metadata())
                .containsEntry("dependency", dependency);
    }

    @Test
    void theBestSiteOfOurOwnIsHeldAsItWasAssessed() {
        ReservePlacementResponse answer = reserve(request());

        assertThat(answer.getOutcome()).isEqualTo(ReservationOutcome.RESERVATION_OUTCOME_RESERVED);
        assertThat(answer.getReservation().getName()).startsWith("sites/hall/reservations/");
        assertThat(answer.getReservation().getHolder()).isEqualTo("test");
        assertThat(answer.getReservation().getPayload()).isEmpty();
        var workload = answer.getReservation().getDemand().getWorkload();
        assertThat(workload.getAccelerator()).isEqualTo(FakeSuite.H100);
        assertThat(workload.getAcceleratorCount())
                .isEqualTo(answer.getPlan().getPlacements(0).getFootprint().getAcceleratorCount());
        assertThat(answer.getAttemptCount()).isEqualTo(1);
        assertThat(answer.getReplayed()).isFalse();
        assertThat(held()).isEqualTo(1);
    }

    @Test
    void aRepeatedCallAnswersTheFirstPlanAndHoldsNothingMore() {
        ReservePlacementRequest request = request();
        ReservePlacementResponse first = reserve(request);
        // Prices do not matter any more.
        FakeSuite.pricingIs(FakeSuite.Mood.AWAY);

        ReservePlacementResponse again = reserve(request);

        assertThat(again).isEqualTo(first.toBuilder().setReplayed(true).build());
        assertThat(held()).isEqualTo(1);
    }

    @Test
    void theSameIdWithAnotherBodyIsRefused() {
        ReservePlacementRequest request = request();
        reserve(request);
        GrpcError.from(() ->
                        reserve(request.toBuilder().setHolder("somebody else").build()))
                .is(Status.Code.ALREADY_EXISTS, "REQUEST_ID_REUSED");
        assertThat(held()).isEqualTo(1);
    }

    @Test
    void whereACloudRanksFirstNothingIsHeldAndTheAnswerSaysSo() {
        ReservePlacementResponse answer = reserve(request(PlacementConstraints.newBuilder()
                .addAllowedProviders("gpu-cloud")
                .build()));

        assertThat(answer.getOutcome()).isEqualTo(ReservationOutcome.RESERVATION_OUTCOME_NOTHING_TO_RESERVE);
        assertThat(answer.getExplanation()).contains("nothing is held", "offers/gpu-cloud", "gpu-cloud's");
        assertThat(answer.hasReservation()).isFalse();
        assertThat(answer.getPlan().getPlacementsCount()).isEqualTo(1);
        assertThat(held()).isZero();
    }

    @Test
    void whereNothingIsPlacedNothingIsHeld() {
        ReservePlacementResponse answer = reserve(request(
                PlacementConstraints.newBuilder().addAllowedProviders("nobody").build()));

        assertThat(answer.getOutcome()).isEqualTo(ReservationOutcome.RESERVATION_OUTCOME_NOT_PLACED);
        assertThat(answer.getPlan().getRejectionsCount()).isPositive();
        assertThat(held()).isZero();
    }

    @Test
    void aLostRaceIsPlannedAgain() {
        FakeReservations.takenFor(2);

        ReservePlacementResponse answer = reserve(request());

        assertThat(answer.getOutcome()).isEqualTo(ReservationOutcome.RESERVATION_OUTCOME_RESERVED);
        assertThat(answer.getAttemptCount()).isEqualTo(3);
        assertThat(held()).isEqualTo(1);
    }

    @Test
    void whoLosesEachRaceIsToldToComeAgain() {
        FakeReservations.takenFor(3);

        GrpcError error = GrpcError.from(() -> reserve(request())).is(Status.Code.ABORTED, "PLACEMENT_CONTENDED");

        assertThat(error.metadata()).containsEntry("site", "sites/hall").containsEntry("attempts", "3");
        assertThat(error.retry()).isPresent();
        assertThat(held()).isZero();
    }

    @Test
    void ofTwoCallsWithOneIdTheLaterGivesBackWhatItHeld() {
        FakeReservations.rival(true);

        ReservePlacementResponse answer = reserve(request());

        assertThat(answer.getReservation().getName()).startsWith("sites/rival/");
        assertThat(answer.getReplayed()).isTrue();
        assertThat(held()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"FIND", "BEFORE_CREATION"})
    void aFailureBeforeTheReservationHoldsNothing(Step step) {
        ReservePlacementRequest request = request();
        FakeReservations.failsAt(step);
        unavailable(request, "power-service");
        assertThat(held()).isZero();

        FakeReservations.failsAt(Step.NONE);
        assertThat(reserve(request).getReplayed()).isFalse();
        assertThat(held()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"AFTER_CREATION", "FIND_AFTER_CREATION"})
    void aFailureAfterTheReservationIsAnsweredByARepeatedCallWhichHoldsNothingMore(Step step) {
        ReservePlacementRequest request = request();
        FakeReservations.failsAt(step);
        unavailable(request, "power-service");
        // Unconfirmed, and so held for no longer than its time to live.
        assertThat(held()).isEqualTo(1);

        FakeReservations.failsAt(Step.NONE);
        ReservePlacementResponse again = reserve(request);
        assertThat(again.getOutcome()).isEqualTo(ReservationOutcome.RESERVATION_OUTCOME_RESERVED);
        assertThat(again.getReplayed()).isTrue();
        assertThat(again.getPlan().getPlacementsCount()).isEqualTo(2);
        assertThat(held()).isEqualTo(1);
    }

    @Test
    void withoutPricesNothingIsHeld() {
        FakeSuite.pricingIs(FakeSuite.Mood.AWAY);
        unavailable(request(), "pricing-service");
        assertThat(held()).isZero();
    }

    @Test
    void aSiteThatCouldNotBeAskedIsNotHeld() {
        FakeSuite.powerIs(FakeSuite.Mood.AWAY);
        unavailable(request(), "power-service");
        assertThat(held()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"PERMISSION_DENIED, NOT_YOUR_TENANT", "RESOURCE_EXHAUSTED, QUOTA_EXCEEDED"})
    void whatPowerServiceRefusesIsPassedOnAsItIs(Status.Code code, String reason) {
        FakeReservations.refuses(code.name(), reason);

        GrpcError.from(() -> reserve(request())).is(code, reason);

        assertThat(held()).isZero();
    }

    @Test
    void whereThisServiceLacksARoleItsCallerIsToldThatPowerServiceDidNotAnswer() {
        FakeReservations.refuses("PERMISSION_DENIED", "ROLE_MISSING");
        unavailable(request(), "power-service");
    }

    @Test
    void withoutAHolderTheManifestsNameHolds() {
        assertThat(reserve(request().toBuilder().clearHolder().build())
                        .getReservation()
                        .getHolder())
                .isEqualTo("assistant");
    }

    @Test
    void aNameThatIsTooLongForAHolderIsCut() {
        ReservePlacementRequest.Builder request = request().toBuilder().clearHolder();
        request.getRequestBuilder().setManifest(bytes(SERVER.replace("assistant", "a".repeat(253))));

        assertThat(reserve(request.build()).getReservation().getHolder()).isEqualTo("a".repeat(200));
    }

    @Test
    void aPlanThatIsHeldIsWrittenForOthersToo() {
        ReservePlacementRequest.Builder request = request().toBuilder();
        request.getRequestBuilder().addRenderingFormats(RenderingFormat.RENDERING_FORMAT_SKYPILOT);

        assertThat(reserve(request.build()).getRenderings(0).getContent()).contains("infra: k8s/hall", "H100:8");
    }

    @Test
    void aRequestWithoutAnIdIsRefused() {
        GrpcError.from(() -> reserve(request().toBuilder().clearRequestId().build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("request_id");
    }
}
