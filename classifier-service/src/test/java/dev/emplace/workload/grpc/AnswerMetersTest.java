package dev.emplace.workload.grpc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.type.Money;
import dev.emplace.api.workload.v1.ClassifyManifestRequest;
import dev.emplace.api.workload.v1.PlacementConstraints;
import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.PlanOutcome;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.testkit.metrics.Scrape;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeSuite.class)
class AnswerMetersTest extends ServiceCalls {
    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics = URI.create("unset");

    @Test
    void anInfeasiblePlanIsCountedUnderEachConstraintThatPlacesFailed() {
        String[] budget = {"constraint=\"BUDGET\"", "outcome=\"INFEASIBLE\""};
        double before = shown().value("emplace_plans_rejections_total", budget);

        Plan plan = placement()
                .planPlacement(PlanPlacementRequest.newBuilder()
                        .setManifest(bytes(SERVER))
                        .setConstraints(PlacementConstraints.newBuilder()
                                .setMaximumHourlyPrice(Money.newBuilder()
                                        .setCurrencyCode("USD")
                                        .setUnits(1)))
                        .build())
                .getPlan();

        assertThat(plan.getOutcome()).isEqualTo(PlanOutcome.PLAN_OUTCOME_INFEASIBLE);
        assertThat(shown().value("emplace_plans_rejections_total", budget)).isEqualTo(before + 1);
    }

    @Test
    void anAbstentionIsCountedAsSuchAndHasNoConfidence() {
        double abstentions = abstentions();
        double sure = shown().value("emplace_classifications_confidence_count");

        classify("""
                apiVersion: batch/v1
                kind: Job
                metadata: {name: ranking}
                spec:
                  template:
                    spec:
                      containers:
                        - name: job
                          image: registry.example/ranking:7
                          command: [torchrun, train.py, --epochs, "3"]
                          resources: {limits: {nvidia.com/gpu: 1}}
                """);
        assertThat(abstentions()).isEqualTo(abstentions + 1);
        assertThat(shown().value("emplace_classifications_confidence_count")).isEqualTo(sure);

        classify(SERVER);
        assertThat(abstentions()).isEqualTo(abstentions + 1);
        assertThat(shown().value("emplace_classifications_confidence_count")).isEqualTo(sure + 1);
    }

    private void classify(String manifest) {
        var unused = classifier()
                .classifyManifest(ClassifyManifestRequest.newBuilder()
                        .setManifest(ByteString.copyFromUtf8(manifest))
                        .build());
    }

    private double abstentions() {
        return shown().value("emplace_classifications_total", "class=\"UNDETERMINED\"");
    }

    private Scrape shown() {
        return new Scrape(given().when().get(metrics).asString());
    }
}
