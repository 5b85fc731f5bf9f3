package dev.emplace.pricing.config;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.GetOfferRequest;
import dev.emplace.pricing.grpc.OnASchedule;
import dev.emplace.testkit.grpc.GrpcCalls;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.metrics.MetricsTable;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.ManagedChannel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(OnASchedule.class)
class ManagementTest {

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready = URI.create("unset");

    @TestHTTPResource(value = "/health/live", management = true)
    URI live = URI.create("unset");

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics = URI.create("unset");

    @TestHTTPResource(value = "/health/started", management = true)
    URI started = URI.create("unset");

    @Test
    void theServiceHasStarted() {
        given().when().get(started).then().statusCode(200).body("checks.name", hasItem("started"));
    }

    @Test
    void readinessNamesTheCatalog() {
        given().when()
                .get(ready)
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("catalog"));
    }

    @Test
    void theServiceIsAlive() {
        given().when().get(live).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void metricsTellTheCatalogsRevisionAndSize() {
        given().when()
                .get(metrics)
                .then()
                .statusCode(200)
                .body(containsString("emplace_catalog_revision"))
                .body(matchesPattern("(?s).*emplace_catalog_offers\\{price=\"stated\",provider=\"aws\"} [1-9].*"));
    }

    @Test
    void operationsDocumentExplainsEachMetric() throws IOException {
        ManagedChannel channel = GrpcCalls.channel();
        GrpcError.from(() -> CatalogServiceGrpc.newBlockingStub(channel)
                .getOffer(GetOfferRequest.newBuilder().setName("offers/none").build()));
        channel.shutdownNow();

        var all = await().atMost(Duration.ofSeconds(60)).until(this::scrape, ManagementTest::tellsOfSources);
        MetricsTable.assertExplains("pricing", all);
    }

    private String scrape() {
        return given().when().get(metrics).asString();
    }

    /** A source has been read by then, and another one has failed. */
    private static boolean tellsOfSources(String scraped) {
        return scraped.contains("emplace_source_quarantined_rows{")
                && scraped.contains("emplace_source_attempt_failed{source=\"broken\"} 1");
    }
}
