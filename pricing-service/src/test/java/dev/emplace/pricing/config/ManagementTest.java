package dev.emplace.pricing.config;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.emplace.testkit.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ManagementTest {

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready = URI.create("unset");

    @TestHTTPResource(value = "/health/live", management = true)
    URI live = URI.create("unset");

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics = URI.create("unset");

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
                .body(containsString("emplace_catalog_offers"))
                .body(not(containsString("emplace_catalog_offers 0.0")));
    }
}
