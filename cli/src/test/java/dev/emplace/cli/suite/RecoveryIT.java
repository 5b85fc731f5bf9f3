package dev.emplace.cli.suite;

import static dev.emplace.cli.suite.Asked.example;
import static dev.emplace.cli.suite.PlanReading.offers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.workload.v1.Placement;
import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.PlanOutcome;
import dev.emplace.cli.remote.Connection;
import dev.emplace.cli.seed.SiteFiles;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a plan is while a service that it asks is stopped, and that it is whole again, by itself, once it is back: soon, or
 * once the breaker tries it, which may open late, by the failures among the last calls.
 */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class RecoveryIT {
    private static final Duration RECOVERY = Duration.ofMinutes(1);

    private static Suite suite;
    private static Connection classifier;
    private static Asked asked;

    @BeforeAll
    static void start() throws IOException {
        suite = Suite.start(Path.of(".."), Home.ephemeral(), FreePorts.any(), part -> {});
        try (Connection power = Connection.to(suite.endpoint(Service.POWER).grpcAddress())) {
            SiteFiles.apply(power.channel());
        }
        classifier = Connection.to(suite.endpoint(Service.CLASSIFIER).grpcAddress());
        asked = example("llama-70b-serving");
    }

    @AfterAll
    static void stop() {
        classifier.close();
        suite.close();
    }

    @Test
    void withoutPowerServiceAPlanIsDegradedUntilItIsBack() {
        List<String> offers = offers(whole());

        suite.process(Service.POWER).close();
        Plan degraded = asked.plan(classifier);
        assertThat(degraded.getDegraded()).isTrue();
        assertThat(degraded.getOutcome()).isEqualTo(PlanOutcome.PLAN_OUTCOME_PLACED);
        assertThat(degraded.getPlacementsList())
                .extracting(Placement::getPowerVerified)
                .contains(true, false);

        suite.start(Service.POWER);
        assertThat(offers(whole())).isEqualTo(offers);
    }

    @Test
    void withoutPricingServiceThereIsNoPlanUntilItIsBack() {
        List<String> offers = offers(whole());

        suite.process(Service.PRICING).close();
        GrpcError error =
                GrpcError.from(() -> asked.plan(classifier)).is(Status.Code.UNAVAILABLE, "DEPENDENCY_UNAVAILABLE");
        assertThat(error.metadata()).containsEntry("dependency", "pricing-service");

        suite.start(Service.PRICING);
        assertThat(offers(whole())).isEqualTo(offers);
    }

    private static Plan whole() {
        return Awaitility.await()
                .atMost(RECOVERY)
                .ignoreExceptionsInstanceOf(StatusRuntimeException.class)
                .until(
                        () -> asked.plan(classifier),
                        plan -> !plan.getDegraded()
                                && plan.getPlacementsList().stream().allMatch(Placement::getPowerVerified));
    }
}
