package dev.emplace.workload.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import dev.emplace.api.workload.v1.AcceleratorChoice;
import dev.emplace.api.workload.v1.AcceleratorEstimate;
import dev.emplace.api.workload.v1.Activity;
import dev.emplace.api.workload.v1.EstimateFootprintRequest;
import dev.emplace.api.workload.v1.EstimateFootprintResponse;
import dev.emplace.api.workload.v1.Figure;
import dev.emplace.api.workload.v1.FootprintMode;
import dev.emplace.api.workload.v1.Model;
import dev.emplace.api.workload.v1.Quantity;
import dev.emplace.api.workload.v1.Tuning;
import dev.emplace.api.workload.v1.Workload;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeSuite.class)
class FootprintServiceTest extends ServiceCalls {
    private static EstimateFootprintRequest.Builder manifest() {
        return EstimateFootprintRequest.newBuilder().setManifest(bytes(SERVER));
    }

    private GrpcError refusal(EstimateFootprintRequest.Builder request) {
        return GrpcError.from(() -> classifier().estimateFootprint(request.build()));
    }

    @Test
    void aManifestIsSizedForTheWholeCatalogWithFormulas() {
        EstimateFootprintResponse response =
                classifier().estimateFootprint(manifest().build());
        assertThat(response.getMode()).isEqualTo(FootprintMode.FOOTPRINT_MODE_TOKENS);
        assertThat(response.getPolicyVersion()).isNotBlank();
        AcceleratorEstimate estimate = response.getEstimates(0);
        assertThat(estimate.getFootprint().getAcceleratorCount()).isEqualTo(8);
        assertThat(estimate.getFits()).isTrue();
        assertThat(estimate.getFiguresList())
                .extracting(Figure::getQuantity)
                .contains(Quantity.QUANTITY_DECODE_STEP_MILLISECONDS, Quantity.QUANTITY_TOKENS_PER_SECOND);
        assertThat(estimate.getFiguresList()).allSatisfy(figure -> {
            assertThat(figure.getFormula()).isNotBlank();
            assertThat(figure.getOverriddenByList()).isNotEmpty();
        });
    }

    @Test
    void theModelsInsideCanBeStated() {
        EstimateFootprintRequest request = EstimateFootprintRequest.newBuilder()
                .setWorkload(Workload.newBuilder()
                        .setActivity(Activity.ACTIVITY_SERVING)
                        .setModel(Model.newBuilder()
                                .setParameterCount(100_000_000_000L)
                                .setActiveParameterCount(10_000_000_000L)
                                .setExpertCount(64)
                                .setActiveExpertCount(4)
                                .setLatentSize(576)
                                .setWindowTokens(1_024)
                                .setWindowedLayerCount(10)
                                .setCacheBits(8)))
                .setTokenObjective(Duration.newBuilder().setNanos(50_000_000))
                .build();
        EstimateFootprintResponse response = classifier().estimateFootprint(request);
        assertThat(response.getEstimates(0).getFootprint().getParts(2).getFormula())
                .contains("576 latent x 8 bits", "10 of them no more than 1024 tokens");
        assertThat(response.getClassification().getDerived().getModel())
                .isEqualTo(request.getWorkload().getModel());
    }

    @Test
    void tuningIsSizedAsItIsAskedFor() {
        EstimateFootprintResponse response = classifier()
                .estimateFootprint(manifest().setTuning(Tuning.TUNING_QLORA).build());
        assertThat(response.getMode()).isEqualTo(FootprintMode.FOOTPRINT_MODE_QLORA);
        assertThat(response.getEstimates(0).getFootprint().getAcceleratorCount())
                .isEqualTo(1);
    }

    @Test
    void whatIsUnknownOrOutOfBoundsIsNamed() {
        refusal(EstimateFootprintRequest.newBuilder())
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("subject");
        refusal(EstimateFootprintRequest.newBuilder().setWorkload(Workload.getDefaultInstance()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("workload.model.parameter_count");
        refusal(manifest().addAccelerators(AcceleratorChoice.newBuilder().setAccelerator("H900")))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("accelerators");
        refusal(manifest().putInputs("footprint.usable_share", 2))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("inputs[footprint.usable_share]");
    }
}
