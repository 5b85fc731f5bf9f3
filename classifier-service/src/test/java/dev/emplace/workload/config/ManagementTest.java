package dev.emplace.workload.config;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.emplace.workload.grpc.FakeSuite;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
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

    @Test
    void metricsAreServed() {
        given().when().get(metrics).then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }
}
