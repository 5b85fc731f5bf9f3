package dev.emplace.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.util.JsonFormat;
import com.google.type.Money;
import dev.emplace.api.pricing.v1.Quote;
import dev.emplace.api.workload.v1.PlanOutcome;
import dev.emplace.api.workload.v1.PlanPlacementResponse;
import dev.emplace.cli.EmplaceRun;
import dev.emplace.cli.remote.Connection;
import dev.emplace.cli.seed.Bundled;
import dev.emplace.cli.seed.SiteFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The three services as processes, on a real PostgreSQL, asked through the command line. */
@TestMethodOrder(OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class SuiteIT {

    private static Suite suite;

    @TempDir
    private static Path folder;

    private static Path manifest;

    @BeforeAll
    static void start() throws IOException {
        suite = Suite.start(Path.of(".."), Home.ephemeral(), FreePorts.any(), part -> {});
        try (Connection power = Connection.to(suite.endpoint(Service.POWER).grpcAddress())) {
            SiteFiles.apply(power.channel());
            SiteFiles.apply(power.channel()); // a second time changes nothing
        }
        manifest = Files.writeString(folder.resolve("llama.yaml"), Bundled.text("examples/llama-70b-serving.yaml"));
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    @Order(1)
    void aManifestBecomesAnExplainedPlan() throws IOException {
        PlanPlacementResponse.Builder response = PlanPlacementResponse.newBuilder();
        EmplaceRun run = emplace("place", "-n", "50", "-o", "json");

        assertThat(run.code()).isZero();
        JsonFormat.parser().merge(run.out(), response);
        assertThat(response.getPlan().getOutcome()).isEqualTo(PlanOutcome.PLAN_OUTCOME_PLACED);
        assertThat(response.getPlan().getDegraded()).isFalse();
        assertThat(response.getPlan().getCatalogRevision()).isPositive();
        assertThat(response.getPlan().getSiteRevisionsList()).hasSize(SiteFiles.SITES.size());
        assertThat(response.getPlan().getRejectionsList())
                .allSatisfy(rejection -> assertThat(rejection.getNumber()).isNotEmpty());
        assertThat(response.getPlan().getPlacementsList())
                .isNotEmpty()
                .allSatisfy(placement -> assertThat(sumOfLines(placement.getQuote()))
                        .isEqualByComparingTo(amount(placement.getQuote().getTotalPrice())))
                .anySatisfy(
                        placement -> assertThat(placement.getPower().getFits()).isTrue());
    }

    @Test
    @Order(2)
    void theTableNamesPlacesAndRevisions() {
        EmplaceRun run = emplace("place");

        assertThat(run.out()).contains("SUSTAINED_INFERENCE", "WHERE", "$/GPU-HOUR", "catalog revision", "policy");
    }

    @Test
    @Order(3)
    void aClassificationIsOneObjectALine() {
        EmplaceRun run = emplace("classify", "-o", "json");

        JsonObject line = JsonParser.parseString(run.out()).getAsJsonObject();
        assertThat(run.out()).hasLineCount(1);
        assertThat(line.get("class").getAsString()).isEqualTo("SUSTAINED_INFERENCE");
        assertThat(line.get("confidence").getAsDouble()).isBetween(0.0, 1.0);
        assertThat(line.getAsJsonArray("evidence")).isNotEmpty();
    }

    @Test
    @Order(4)
    void withoutPowerServiceOwnedPlacesAreNotVerified() throws IOException {
        suite.process(Service.POWER).close();
        PlanPlacementResponse.Builder response = PlanPlacementResponse.newBuilder();

        JsonFormat.parser().merge(emplace("place", "-n", "50", "-o", "json").out(), response);

        assertThat(response.getPlan().getDegraded()).isTrue();
        assertThat(response.getPlan().getOutcome()).isEqualTo(PlanOutcome.PLAN_OUTCOME_PLACED);
        assertThat(response.getPlan().getPlacementsList())
                .filteredOn(placement ->
                        !placement.getQuote().getOffer().getPlace().getSite().isEmpty())
                .isNotEmpty()
                .allSatisfy(
                        placement -> assertThat(placement.getPowerVerified()).isFalse());
    }

    @Test
    @Order(5)
    void withoutPricingServiceThereIsNoPlanAndItIsNamed() {
        suite.process(Service.PRICING).close();

        EmplaceRun run = emplace("place");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("DEPENDENCY_UNAVAILABLE", "pricing-service")
                .hasLineCount(1);
    }

    private static EmplaceRun emplace(String command, String... options) {
        return EmplaceRun.of(command, options)
                .with("--server", suite.endpoint(Service.CLASSIFIER).grpcAddress(), manifest.toString())
                .run();
    }

    private static BigDecimal sumOfLines(Quote quote) {
        return quote.getLinesList().stream()
                .map(line -> amount(line.getAmount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(Money money) {
        return BigDecimal.valueOf(money.getUnits()).add(BigDecimal.valueOf(money.getNanos(), 9));
    }
}
