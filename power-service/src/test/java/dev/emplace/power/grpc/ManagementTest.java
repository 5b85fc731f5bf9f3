package dev.emplace.power.grpc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.emplace.power.domain.metering.Meters;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.metrics.MetricsTable;
import dev.emplace.testkit.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ManagementTest {
    @TestHTTPResource(value = "/health/started", management = true)
    URI started = URI.create("unset");

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready = URI.create("unset");

    @TestHTTPResource(value = "/health/live", management = true)
    URI live = URI.create("unset");

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics = URI.create("unset");

    private final Meters meters;

    @Inject
    ManagementTest(Meters meters) {
        this.meters = meters;
    }

    @Test
    void theServiceHasStarted() {
        given().when().get(started).then().statusCode(200).body("checks.name", hasItem("started"));
    }

    @Test
    void readinessNamesTheSitesAndTheDatabase() {
        given().when()
                .get(ready)
                .then()
                .statusCode(200)
                .body("checks.name", hasItems("sites loaded", "Database connections health check"));
    }

    @Test
    void livenessAsksNothingOfAnybody() {
        given().when().get(live).then().statusCode(200).body("checks.size()", equalTo(0));
    }

    @Test
    void operationsDocumentExplainsEachMetric() throws IOException {
        try (PowerClient client = new PowerClient()) {
            String site = client.newSite(TestSites.twoPaths(100_000));
            Awaitility.await().until(() -> shown().contains(site.substring("sites/".length())));
            GrpcError.from(() -> client.get("sites/none/reservations/none"));
            GrpcError.from(() -> client.create(site, PowerClient.training(800)));
            client.meter(site, client.create(site, PowerClient.training(8)), 1, "ups-a", 1, meters.now());
        }

        MetricsTable.assertExplains("power", shown());
    }

    @Test
    void theConnectionPoolIsMeasured() {
        assertThat(shown()).contains("agroal_awaiting_count");
    }

    private String shown() {
        return given().when().get(metrics).asString();
    }
}
