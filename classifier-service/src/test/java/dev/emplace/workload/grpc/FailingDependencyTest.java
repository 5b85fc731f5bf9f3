package dev.emplace.workload.grpc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Here a breaker opens when 10 of the last 20 calls failed, and tries again after 200 ms. */
@QuarkusTest
@QuarkusTestResource(FakeSuite.class)
@TestProfile(FailingDependencyTest.ShortPause.class)
class FailingDependencyTest extends ServiceCalls {
    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics = URI.create("unset");

    @BeforeEach
    void recover() {
        Awaitility.await().until(() -> !plan().getDegraded() && !isOpen("power-service") && !isOpen("pricing-service"));
    }

    @Test
    void powerServiceThatFailsIsLeftAloneWhilePlansAreDegradedAndIsAskedAgain() {
        FakeSuite.powerIs(FakeSuite.Mood.AWAY);
        Awaitility.await().until(() -> plan().getDegraded() && isOpen("power-service"));
        int before = FakeSuite.powerReached();

        for (int n = 0; n < 100; n++) {
            assertThat(plan().getDegraded()).isTrue();
        }

        // What tries after each pause, and no more.
        assertThat(FakeSuite.powerReached() - before).isLessThan(50);
        FakeSuite.powerIs(FakeSuite.Mood.WELL);
        Awaitility.await().until(() -> !plan().getDegraded());
        assertThat(isOpen("power-service")).isFalse();
    }

    @Test
    void pricingServiceThatFailsRefusesPlansUntilItAnswersAgain() {
        FakeSuite.pricingIs(FakeSuite.Mood.AWAY);
        Awaitility.await().until(() -> {
            GrpcError.from(this::plan).is(Status.Code.UNAVAILABLE, "DEPENDENCY_UNAVAILABLE");
            return isOpen("pricing-service");
        });

        GrpcError error = GrpcError.from(this::plan).is(Status.Code.UNAVAILABLE, "DEPENDENCY_UNAVAILABLE");

        assertThat(error.metadata()).containsEntry("dependency", "pricing-service");
        FakeSuite.pricingIs(FakeSuite.Mood.WELL);
        Awaitility.await().ignoreExceptions().until(() -> !plan().getDegraded());
    }

    /** Else a caller in a hurry could take power-service away from all others. */
    @Test
    void callersWhoseOwnDeadlineIsTooShortDoNotOpenABreaker() {
        FakeSuite.powerIs(FakeSuite.Mood.SILENT);
        for (int n = 0; n < 30; n++) {
            var plan = placement().withDeadlineAfter(60, TimeUnit.MILLISECONDS);
            try {
                assertThat(plan.planPlacement(request()).getPlan().getDegraded())
                        .isTrue();
            } catch (StatusRuntimeException late) {
                assertThat(late.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            }
        }

        assertThat(isOpen("power-service")).isFalse();
        FakeSuite.powerIs(FakeSuite.Mood.WELL);
        assertThat(plan().getDegraded()).isFalse();
    }

    private Plan plan() {
        return placement().planPlacement(request()).getPlan();
    }

    private static PlanPlacementRequest request() {
        return PlanPlacementRequest.newBuilder().setManifest(bytes(SERVER)).build();
    }

    private boolean isOpen(String service) {
        String shown = given().when().get(metrics).asString();
        assertThat(shown).contains("emplace_dependency_breaker_open{service=\"" + service + "\"}");
        return shown.contains("emplace_dependency_breaker_open{service=\"" + service + "\"} 1.0");
    }

    public static final class ShortPause implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("emplace.breaker.pause", "200ms");
        }
    }
}
