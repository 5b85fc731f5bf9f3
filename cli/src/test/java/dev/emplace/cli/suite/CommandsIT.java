package dev.emplace.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.emplace.cli.EmplaceRun;
import dev.emplace.cli.command.ExitCode;
import dev.emplace.cli.remote.Connection;
import dev.emplace.cli.seed.SiteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a running suite: what they answer, and how they end. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class CommandsIT {

    private static final String H100 = "nvidia-h100-sxm-80gb";

    private static Suite suite;

    @BeforeAll
    static void start() {
        suite = Suite.start(Path.of(".."), Home.ephemeral(), FreePorts.any(), part -> {});
        try (Connection power = Connection.to(suite.endpoint(Service.POWER).grpcAddress())) {
            SiteFiles.apply(power.channel());
        }
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void eachOutcomeOfAPlanHasItsExitCode() {
        assertThat(place("--activity", "serving", "--parameters", "8").code()).isEqualTo(ExitCode.DONE.number());
        assertThat(place("--activity", "other").code()).isEqualTo(ExitCode.OUT_OF_SCOPE.number());
        assertThat(place("--activity", "serving").code()).isEqualTo(ExitCode.NEEDS_FACT.number());
        assertThat(place("--activity", "serving", "--parameters", "8", "--provider", "nobody")
                        .code())
                .isEqualTo(ExitCode.INFEASIBLE.number());
    }

    @Test
    void aMissingFactNamesTheFlagThatStatesIt() {
        assertThat(place("--activity", "serving").out()).contains("state it with --parameters");
    }

    @Test
    void pricesNameTheirDocumentsAndWhatHasNone() {
        EmplaceRun run = pricing("prices", "H100-SXM", "-n", "3");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("$/GPU-HOUR", "[1] ", ", read 20", "WITHOUT A PRICE");
    }

    @Test
    void anAmbiguousAcceleratorIsAnsweredWithTheChoices() {
        EmplaceRun run = pricing("prices", "H100");

        assertThat(run.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(run.err())
                .contains("AMBIGUOUS_ACCELERATOR", H100, "nvidia-h100-nvl-94gb")
                .hasLineCount(1);
    }

    @Test
    void aTimeTurnsPricesIntoQuotes() {
        EmplaceRun run = pricing("prices", "H100-SXM", "--count", "8", "--for", "730h", "--explain", "-n", "1");

        assertThat(run.out()).contains("costs $", "hours = 730 h (request)", "price from: ");
    }

    @Test
    void aComparisonNamesItsBaselineAndWhereEachIsCheaper() {
        EmplaceRun run = pricing(
                "compare",
                "H100-SXM",
                "--count",
                "8",
                "--utilization",
                "70",
                "--release-when-idle",
                "--against",
                "aws.us-east-1.p5-48xlarge.on-demand",
                "--claim",
                "40-60",
                "--explain");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("baseline: aws.us-east-1.p5-48xlarge.on-demand", "38% to 100%", "saves 45% against", "64.1%");
    }

    @Test
    void owningCostsWhatTheWorkedExampleSays() {
        EmplaceRun run = pricing(
                "own", "--tariff", "digital-realty.ashburn-colo.hgx-h100.owned", "--years", "5", "--band", "2.5-3.5");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("$2.19", "$2.81", "$6.56", "below", "within", "above");
    }

    @Test
    void whatIsMissingToOwnIsNamed() {
        EmplaceRun run = pricing("own", "--capital", "344000");

        assertThat(run.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(run.err()).contains("ownership.residual_price", "is absent");
    }

    @Test
    void theMarketSaysWhatItHasNoDataFor() {
        EmplaceRun run = pricing("market", "H100-SXM", "--band", "8-12", "--discount", "60-80");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("71%", "1 of 1", "no data");
    }

    @Test
    void sitesTellWhatIsFreeOfWhatStands() {
        assertThat(power("sites").out()).contains("ashburn-colo", "munich-edge", " of ", H100);
        assertThat(power("sites", "munich-edge").out()).contains("RACK GROUP", "serving-l4", "busway-a", "would fit");
    }

    @Test
    void aReservationIsHeldConfirmedListedAndReleased() {
        EmplaceRun reserved = reserve("8", "-o", "json", "--ttl", "10m");
        assertThat(reserved.code()).as(reserved.err()).isZero();
        String name = JsonParser.parseString(reserved.out())
                .getAsJsonObject()
                .getAsJsonObject("reservation")
                .get("name")
                .getAsString();

        assertThat(power("confirm", name).out()).contains("confirmed: " + name, "emplace release " + name);
        assertThat(power("reservations", "ashburn-colo", "--state", "confirmed").out())
                .contains(name.substring(name.lastIndexOf('/') + 1));
        assertThat(power("resize", name, "--count", "24").out()).contains("24 x ");
        assertThat(power("release", name).out()).contains("released: " + name);
        EmplaceRun again = power("confirm", name);
        assertThat(again.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(again.err()).contains("RESERVATION_RESOLVED", "emplace reserve");
    }

    @Test
    void whatWasMeteredIsShownAndEveryChangeIsTold() {
        String name = JsonParser.parseString(
                        reserve("8", "-o", "json", "--ttl", "10m").out())
                .getAsJsonObject()
                .getAsJsonObject("reservation")
                .get("name")
                .getAsString();
        EmplaceRun metered = power("meter", "ashburn-colo", "5000", "--reservation", name);
        assertThat(metered.out()).as(metered.err()).contains("kept");
        assertThat(power("confirm", name, "-o", "json").code()).isZero();

        EmplaceRun watch = power("watch", "ashburn-colo", "--from", "1", "--levels", "--for", "3s");
        assertThat(watch.code()).as(watch.err()).isZero();
        String id = name.substring(name.lastIndexOf('/') + 1);
        assertThat(watch.out()).contains(" 1: topology applied", id, "pending", "confirmed", " free of ");
        assertThat(power("release", name).out()).contains("released: " + name);
    }

    @Test
    void quotasAreShown() {
        assertThat(power("quotas", "munich-edge").out()).contains("There is none", "etag 0-0");
    }

    @Test
    void aRefusalSaysWhatBindsAndWhatWouldFit() {
        EmplaceRun run = reserve("900000");

        assertThat(run.code()).isEqualTo(ExitCode.NO_CAPACITY.number());
        assertThat(run.err()).contains("short of", "would fit here: ", "nothing is held");
    }

    @Test
    void aDryRunHoldsNothing() {
        assertThat(reserve("8", "--validate-only", "--holder", "dry-run").out()).contains("nothing is held");
        assertThat(power("reservations", "ashburn-colo").out()).doesNotContain("dry-run");
    }

    @Test
    void theSameRequestIdAnswersTheSameReservation() {
        String[] words = {"--request-id", "0b1f3a52-1f0e-4b57-8a64-7f7f4f0f00aa", "--confirm", "-o", "json"};
        String first = reserve("8", words).out();

        assertThat(first).contains("RESERVATION_STATE_CONFIRMED");
        assertThat(reserve("8", words).out()).isEqualTo(first);
    }

    private static EmplaceRun placeAndHold(String... more) {
        return EmplaceRun.of("place", "--example", "llama-70b-serving", "--provider", "digital-realty", "--reserve")
                .with("--server", suite.endpoint(Service.CLASSIFIER).grpcAddress())
                .with(more)
                .run();
    }

    private static JsonObject json(EmplaceRun run) {
        assertThat(run.code()).as(run.err()).isZero();
        return JsonParser.parseString(run.out()).getAsJsonObject();
    }

    @Test
    void aPlanIsHeldByTheSameCallAndAnsweredAgainByTheSameId() {
        String[] words = {"--request-id", "0b1f3a52-1f0e-4b57-8a64-7f7f4f0f00bb", "--ttl", "10m", "-o", "json"};
        JsonObject first = json(placeAndHold(words));
        JsonObject again = json(placeAndHold(words));

        String name = first.getAsJsonObject("reservation").get("name").getAsString();
        assertThat(name).startsWith("sites/ashburn-colo/reservations/");
        assertThat(again.getAsJsonObject("reservation").get("name").getAsString())
                .isEqualTo(name);
        assertThat(again.get("replayed").getAsBoolean()).isTrue();
        assertThat(again.get("plan")).isEqualTo(first.get("plan"));
        assertThat(power("confirm", name).out()).contains("confirmed: " + name);
        assertThat(power("release", name).out()).contains("released: " + name);
    }

    @Test
    void whereACloudRanksFirstNothingIsHeld() {
        EmplaceRun run = place("--example", "llama-70b-serving", "--provider", "runpod", "--reserve");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("nothing is held", "runpod's");
    }

    @Test
    void aPlanIsPrintedAsOtherSystemsReadIt() {
        assertThat(place("--example", "lora-tuning", "-o", "skypilot").out())
                .contains("num_nodes: ", "ordered:", "infra: ", "accelerators: ");
        assertThat(place("--example", "llama-70b-serving", "-o", "kueue").out())
                .contains("kind: ResourceFlavor", "kind: ClusterQueue", "kueue.x-k8s.io/queue-name");
    }

    @Test
    void aPolicyIsTriedOnManifestsAndNothingIsPutInForce(@TempDir Path folder) throws IOException {
        String classifier = suite.endpoint(Service.CLASSIFIER).grpcAddress();
        String inForce = EmplaceRun.of("policy", "show", "--content", "--server", classifier)
                .run()
                .out();
        Path changed = folder.resolve("policy.yaml");
        Files.writeString(
                changed,
                inForce.replaceFirst("version: \"[^\"]*\"", "version: \"tried\"")
                        .replaceFirst("abstain_below: [0-9.]+", "abstain_below: 1"));
        Path manifest = Path.of("src", "main", "resources", "examples", "llama-70b-serving.yaml");

        EmplaceRun run = EmplaceRun.of("policy", "check", changed.toString(), manifest.toString())
                .with("--server", classifier)
                .run();

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("tried may be put in force", "abstain_below: 0.5 -> 1.0", "UNDETERMINED", "1 of 1 workloads");
        assertThat(EmplaceRun.of("policy", "show", "--server", classifier).run().out())
                .contains("built in")
                .doesNotContain("tried");
        Files.writeString(changed, inForce.replaceFirst("abstain_below: [0-9.]+", "abstain_below: 2"));
        EmplaceRun refused = EmplaceRun.of("policy", "check", changed.toString())
                .with("--server", classifier)
                .run();
        assertThat(refused.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(refused.err()).contains("abstain_below", "from 0.0 to 1.0");
    }

    @Test
    void theWrongPortIsNamed() {
        EmplaceRun other = EmplaceRun.of("place", "--activity", "serving")
                .with("--server", suite.endpoint(Service.POWER).grpcAddress())
                .run();
        EmplaceRun noGrpc = EmplaceRun.of("place", "--activity", "serving")
                .with("--server", "localhost:" + suite.endpoint(Service.POWER).managementPort())
                .run();

        assertThat(other.err()).contains("another service", "9102").hasLineCount(1);
        assertThat(noGrpc.code()).isEqualTo(ExitCode.UNREACHABLE.number());
        assertThat(noGrpc.err()).contains("does not speak gRPC", "--server").hasLineCount(1);
    }

    @Test
    void anUnknownSiteSaysHowToListThem() {
        assertThat(power("sites", "nowhere").err()).contains("UNKNOWN_SITE", "emplace sites");
    }

    private static EmplaceRun reserve(String count, String... more) {
        return EmplaceRun.of("reserve", "ashburn-colo", "--accelerator", H100, "--count", count, "--load", "training")
                .with("--server", suite.endpoint(Service.POWER).grpcAddress())
                .with(more)
                .run();
    }

    private static EmplaceRun place(String... words) {
        return EmplaceRun.of("place", words)
                .with("--server", suite.endpoint(Service.CLASSIFIER).grpcAddress())
                .run();
    }

    private static EmplaceRun pricing(String command, String... words) {
        return EmplaceRun.of(command, words)
                .with("--server", suite.endpoint(Service.PRICING).grpcAddress())
                .run();
    }

    private static EmplaceRun power(String command, String... words) {
        return EmplaceRun.of(command, words)
                .with("--server", suite.endpoint(Service.POWER).grpcAddress())
                .run();
    }
}
