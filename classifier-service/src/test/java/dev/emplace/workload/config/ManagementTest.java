package dev.emplace.workload.config;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.google.protobuf.ByteString;
import com.google.type.Money;
import dev.emplace.api.workload.v1.Activity;
import dev.emplace.api.workload.v1.Model;
import dev.emplace.api.workload.v1.PlacementConstraints;
import dev.emplace.api.workload.v1.PlacementServiceGrpc;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.Workload;
import dev.emplace.testkit.grpc.GrpcCalls;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.metrics.MetricsTable;
import dev.emplace.workload.grpc.FakeSuite;
import io.grpc.ManagedChannel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeSuite.class)
class ManagementTest {
    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready = URI.create("unset");

    @TestHTTPResource(value = "/health/live", management = true)
    URI live = URI.create("unset");

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics = URI.create("unset");

    @Test
    void theServiceIsReadyAndAlive() {
        given().when().get(ready).then().statusCode(200).body("status", equalTo("UP"));
        given().when().get(live).then().statusCode(200).body("status", equalTo("UP"));
    }

    @TestHTTPResource(value = "/health/started", management = true)
    URI started = URI.create("unset");

    @Test
    void theServiceHasStarted() {
        given().when().get(started).then().statusCode(200).body("checks.name", hasItem("started"));
    }

    @Test
    void readinessNamesTheDependencies() {
        given().when()
                .get(ready)
                .then()
                .body(
                        "checks.find { it.name == 'dependencies' }.data.keySet()",
                        hasItems("pricing-service", "power-service"));
    }

    @Test
    void operationsDocumentExplainsEachMetric() throws IOException {
        ManagedChannel channel = GrpcCalls.channel();
        var placement = PlacementServiceGrpc.newBlockingStub(channel);
        placement.planPlacement(PlanPlacementRequest.newBuilder()
                .setManifest(ByteString.copyFromUtf8("{apiVersion: v1, kind: Service, metadata: {name: shop}}"))
                .build());
        placement.planPlacement(PlanPlacementRequest.newBuilder()
                .setWorkload(Workload.newBuilder()
                        .setActivity(Activity.ACTIVITY_SERVING)
                        .setModel(Model.newBuilder().setName("Llama-3.1-70B-Instruct")))
                .setConstraints(PlacementConstraints.newBuilder()
                        .setMaximumHourlyPrice(
                                Money.newBuilder().setCurrencyCode("USD").setUnits(1)))
                .build());
        GrpcError.from(() -> placement.planPlacement(PlanPlacementRequest.getDefaultInstance()));
        channel.shutdownNow();

        MetricsTable.assertExplains("classifier", given().when().get(metrics).asString());
    }

    @Test
    void metricsAreServed() {
        given().when().get(metrics).then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }
}
