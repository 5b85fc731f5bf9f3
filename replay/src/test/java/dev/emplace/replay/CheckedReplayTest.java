package dev.emplace.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import com.google.type.Decimal;
import com.google.type.Money;
import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.EgressTariff;
import dev.emplace.api.pricing.v1.EgressTier;
import dev.emplace.api.pricing.v1.Machine;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.Place;
import dev.emplace.api.pricing.v1.PriceBasis;
import dev.emplace.api.pricing.v1.PriceSource;
import dev.emplace.api.pricing.v1.Provider;
import dev.emplace.api.pricing.v1.ProviderKind;
import dev.emplace.replay.check.Checker;
import dev.emplace.replay.check.OpenbCheck;
import dev.emplace.replay.check.Verdict;
import dev.emplace.replay.domain.Bill;
import dev.emplace.replay.domain.Egress;
import dev.emplace.replay.domain.Listing;
import dev.emplace.replay.domain.Listing.Kind;
import dev.emplace.replay.domain.Listing.Sale;
import dev.emplace.replay.domain.Market;
import dev.emplace.replay.domain.Rework;
import dev.emplace.replay.domain.Run;
import dev.emplace.replay.portfolio.Portfolio;
import dev.emplace.replay.suite.PriceRule;
import dev.emplace.replay.suite.SuiteMarket;
import dev.emplace.replay.trace.AcceleratorKinds;
import dev.emplace.replay.trace.Constraints;
import dev.emplace.replay.trace.RawTrace;
import dev.emplace.replay.trace.StandIns;
import dev.emplace.replay.trace.TraceReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up trace from end to end, without a suite; then logs that lie. */
class CheckedReplayTest {

    private static final String T4 = "accelerators/nvidia-t4-16gb";
    private static final Settings SETTINGS = new Settings(
            new PriceRule(LocalDate.parse("2026-08-03"), 90, false),
            7,
            4,
            0.6,
            new Rework(0.05, 0.05),
            Double.POSITIVE_INFINITY);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit injects it
    private Path folder;

    private Path trace = Path.of("");
    private Outcome outcome =
            new Outcome("", new Run(List.of(), List.of(), List.of()), new Bill(Map.of()), Portfolio.empty());

    @BeforeEach
    void replay() throws IOException {
        trace = Files.writeString(folder.resolve("pods.csv"), pods());
        RawTrace raw = TraceReader.of(trace).pods(new AcceleratorKinds(StandIns.MIDDLE.words(), Set.of(T4)));
        Market market = new Market(
                List.of(
                        listing("aws.us", false, Sale.ON_DEMAND, 1.0),
                        listing("azure.eu", true, Sale.ON_DEMAND, 1.2),
                        listing("gcp.us", false, Sale.SPOT, 0.3)),
                Map.of("aws", new Egress(List.of(new Egress.Tier(0, 90_000_000)))));
        Constraints constraints = new Constraints(
                7,
                List.of("aws", "azure", "gcp"),
                demand -> !market.rentable(demand).isEmpty());
        Case scene = Case.of("pods.csv", constraints.drawnFor(raw.workloads()), raw.span());
        outcome = new Contest(scene, market, SETTINGS).emplace("Emplace", listing -> true);
        DecisionLog log = new DecisionLog(folder);
        log.catalog(new SuiteMarket(
                market,
                List.of(
                        offer("aws.us", "US", "ON_DEMAND", 1, 0),
                        offer("azure.eu", "DE", "ON_DEMAND", 1, 200_000_000),
                        offer("gcp.us", "US", "SPOT", 0, 300_000_000)),
                List.of(aws()),
                Set.of("offers/azure.eu")));
        log.constraints(scene.scored());
        log.terms(Map.of(
                "from",
                scene.second().from(),
                "to",
                scene.second().to(),
                "pricing_date",
                "2026-08-03",
                "oldest_days",
                90,
                "estimated",
                false,
                "quota_gpus",
                4,
                "interruptions_per_hour",
                0.05,
                "restart_hours",
                0.05,
                "own_machines",
                Map.of(),
                "accelerator_words",
                StandIns.MIDDLE.words()));
        log.decisions(outcome);
    }

    @Test
    void aTrueLogHoldsAndAddsUpToTheSameBill() {
        Verdict verdict = verdict();
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.bill()).isEqualByComparingTo(outcome.bill().total()).isPositive();
    }

    @Test
    void aBillThatIsACentTooLowIsFound() throws IOException {
        String bill = outcome.bill().total().toPlainString();
        String lower = outcome.bill().total().subtract(new BigDecimal("0.01")).toPlainString();
        change("decisions-emplace.jsonl", text -> text.replace("\"bill\":\"" + bill, "\"bill\":\"" + lower));
        assertThat(verdict().violations()).singleElement().asString().contains("adds up to " + bill);
    }

    @Test
    void workThatWasForgottenIsFound() throws IOException {
        String first = outcome.run().stays().get(0).workload();
        change(
                "decisions-emplace.jsonl",
                text -> text.lines()
                        .filter(line -> !line.contains("\"" + first + "\""))
                        .reduce("", (all, line) -> all + line + "\n"));
        assertThat(verdict().violations()).anyMatch(violation -> violation.contains(first + " was forgotten"));
    }

    @Test
    void workOutsideTheEuThatIsBoundToItIsFound() throws IOException {
        change("decisions-emplace.jsonl", text -> text.replace("offers/azure.eu", "offers/aws.us"));
        assertThat(verdict().violations()).anyMatch(violation -> violation.endsWith("outside the EU"));
    }

    @Test
    void spotForWorkThatMayNotBeInterruptedIsFound() throws IOException {
        change("decisions-emplace.jsonl", text -> text.replace("offers/aws.us", "offers/gcp.us"));
        assertThat(verdict().violations()).anyMatch(violation -> violation.endsWith("may be interrupted"));
    }

    @Test
    void anOldOrAnEstimatedPriceIsFound() throws IOException {
        change("offers.jsonl", text -> text.replace("2026-07-20", "2026-05-01"));
        assertThat(verdict().violations()).anyMatch(violation -> violation.contains("was seen on 2026-05-01"));
        change("offers.jsonl", text -> text.replace("PRICE_BASIS_LIST", "PRICE_BASIS_ESTIMATED"));
        assertThat(verdict().violations()).anyMatch(violation -> violation.contains("PRICE_BASIS_ESTIMATED"));
    }

    @Test
    void aPodThatIsNotAsTheTraceSaysIsFound() throws IOException {
        change("workloads.jsonl", text -> text.replaceFirst("\"cpu_milli\":4000", "\"cpu_milli\":1000"));
        assertThat(verdict().violations()).anyMatch(violation -> violation.endsWith("is not as the trace says"));
    }

    @Test
    void aMachineThatHoldsMoreThanItHasIsFound() throws IOException {
        change("offers.jsonl", text -> text.replace("\"vcpuCount\":8", "\"vcpuCount\":2"));
        assertThat(verdict().violations()).anyMatch(violation -> violation.contains("holds more than it has"));
    }

    private Verdict verdict() {
        return Checker.check(folder, "decisions-emplace.jsonl", new OpenbCheck(trace));
    }

    private void change(String file, UnaryOperator<String> change) throws IOException {
        Path path = folder.resolve(file);
        String before = Files.readString(path);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(path, after);
    }

    private static String pods() {
        Random random = new Random(5);
        StringBuilder rows = new StringBuilder(
                "name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec,qos,pod_phase,creation_time,deletion_time,scheduled_time\n");
        for (int i = 0; i < 120; i++) {
            int from = random.nextInt(100_000);
            rows.append("pod-" + i + ",4000,8192,1," + (random.nextBoolean() ? 1000 : 460) + ",T4,"
                    + (random.nextInt(4) == 0 ? "BE" : "LS") + ",Running," + from + ","
                    + (from + 600 + random.nextInt(9000)) + "," + from + "\n");
        }
        return rows.toString();
    }

    private static Listing listing(String name, boolean inEu, Sale sale, double usd) {
        return new Listing(
                "offers/" + name,
                name.split("\\.", 2)[0],
                Kind.HYPERSCALER,
                inEu,
                T4,
                16L << 30,
                1000,
                8,
                32L << 30,
                sale,
                Math.round(usd * 1e9),
                0);
    }

    private static Offer offer(String name, String country, String model, long units, int nanos) {
        return Offer.newBuilder()
                .setName("offers/" + name)
                .setPlace(Place.newBuilder()
                        .setProvider(name.split("\\.", 2)[0])
                        .setProviderKind(ProviderKind.PROVIDER_KIND_HYPERSCALER)
                        .setCountry(country))
                .setMachine(Machine.newBuilder()
                        .setAccelerator(T4)
                        .setAcceleratorCount(Decimal.newBuilder().setValue("1"))
                        .setVcpuCount(8)
                        .setMemoryBytes(32L << 30))
                .setCommercialModel(CommercialModel.valueOf("COMMERCIAL_MODEL_" + model))
                .setListUnitPrice(Money.newBuilder()
                        .setCurrencyCode("USD")
                        .setUnits(units)
                        .setNanos(nanos))
                .setPriceBasis(PriceBasis.PRICE_BASIS_LIST)
                .setSource(PriceSource.newBuilder().setObservedTime(Timestamps.fromMillis(1784505600000L)))
                .build();
    }

    private static Provider aws() {
        return Provider.newBuilder()
                .setName("providers/aws")
                .setEgressTariff(EgressTariff.newBuilder()
                        .addTiers(EgressTier.newBuilder()
                                .setGibibytePrice(Money.newBuilder()
                                        .setCurrencyCode("USD")
                                        .setNanos(90_000_000))))
                .build();
    }
}
