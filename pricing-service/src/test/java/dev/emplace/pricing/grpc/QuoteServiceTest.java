package dev.emplace.pricing.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.type.Decimal;
import com.google.type.Money;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.ProviderKind;
import dev.emplace.api.pricing.v1.Quote;
import dev.emplace.api.pricing.v1.QuoteItem;
import dev.emplace.api.pricing.v1.QuoteLine;
import dev.emplace.api.pricing.v1.QuoteLineKind;
import dev.emplace.api.pricing.v1.QuoteServiceGrpc;
import dev.emplace.api.pricing.v1.QuoteUsageRequest;
import dev.emplace.api.pricing.v1.QuoteUsageResponse;
import dev.emplace.api.pricing.v1.SiteConditions;
import dev.emplace.api.pricing.v1.Usage;
import dev.emplace.testkit.grpc.GrpcCalls;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class QuoteServiceTest {

    private static final String AWS = "offers/aws.us-east-1.p5-48xlarge.on-demand";
    private static final String COLOCATION = "offers/digital-realty.ashburn-colo.hgx-h100.owned";
    private static final long MONTH = 2_628_000;

    private final ManagedChannel channel = GrpcCalls.channel();
    private final QuoteServiceGrpc.QuoteServiceBlockingStub quotes = QuoteServiceGrpc.newBlockingStub(channel);

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    @ParameterizedTest(name = "at {0} a useful GPU-hour costs {1} USD")
    @CsvSource({"0.9, 2.94", "0.7, 3.78", "0.3, 8.82"})
    void theColocationSiteCostsWhatTheWorkedExampleSays(String utilization, BigDecimal expected) {
        var quote = quote(COLOCATION, usage(8).setUtilization(decimal(utilization)));
        assertThat(amount(quote.getUsefulAcceleratorHourPrice()).setScale(2, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(expected);
        assertThat(quote.getLinesList())
                .extracting(QuoteLine::getKind)
                .containsExactly(
                        QuoteLineKind.QUOTE_LINE_KIND_CAPITAL,
                        QuoteLineKind.QUOTE_LINE_KIND_RENT,
                        QuoteLineKind.QUOTE_LINE_KIND_ENERGY,
                        QuoteLineKind.QUOTE_LINE_KIND_OPERATIONS,
                        QuoteLineKind.QUOTE_LINE_KIND_IDLE);
    }

    @Test
    void aSitesConditionsReplaceTheTariffs() {
        var conditions = SiteConditions.newBuilder()
                .setSite("sites/ashburn-colo")
                .setAccelerator("H100-SXM")
                .setDrawWattsPerAccelerator(800)
                .setPue(decimal("1.2"))
                .setEnergyUnitPrice(Money.newBuilder().setCurrencyCode("USD").setNanos(100_000_000));
        var answer = quotes.quoteUsage(QuoteUsageRequest.newBuilder()
                .addItems(item(COLOCATION, usage(8)))
                .addSiteConditions(conditions)
                .build());
        var quote = answer.getResults(0).getQuotes(0);
        // 8 x 800 W x 1.2 x 0.10 USD/kWh x 730 h
        assertThat(amount(line(quote, QuoteLineKind.QUOTE_LINE_KIND_ENERGY).getAmount()))
                .isEqualByComparingTo("560.64");
    }

    @Test
    void linesAddUpToTheTotalExactly() {
        var usage = usage(10)
                .setUtilization(decimal("0.37"))
                .setMonthlyEgressBytes(60L << 40)
                .setMonthlyPriorEgressBytes(1L << 40);
        for (var offer : List.of(AWS, COLOCATION)) {
            var quote = quote(offer, usage);
            var sum = quote.getLinesList().stream()
                    .map(line -> amount(line.getAmount()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(amount(quote.getTotalPrice()));
            assertThat(quote.getLinesList()).allSatisfy(line -> {
                assertThat(line.getFormula()).isNotBlank();
                assertThat(line.getInputsList()).isNotEmpty();
            });
        }
    }

    @ParameterizedTest(name = "{0} binds to {1} USD for {2} s")
    @CsvSource({
        "offers/aws.us-east-1.g6e-xlarge.reserved-12m, 10249.20, 31536000",
        "offers/aws.us-east-1.p5-48xlarge.capacity-block-1d, 943.92, 86400"
    })
    void anHourOfACommitmentBindsToItsWholeTerm(String offer, BigDecimal bound, long seconds) {
        var hour = usage(1).setDuration(Duration.newBuilder().setSeconds(3600));
        var quote = quote(offer, hour);
        assertThat(amount(quote.getCommittedPrice())).isEqualByComparingTo(bound);
        assertThat(quote.getOffer().getCommitmentDuration().getSeconds()).isEqualTo(seconds);
        assertThat(amount(quote.getTotalPrice())).isLessThan(bound);
    }

    @Test
    void onDemandBindsToNothing() {
        assertThat(quote(AWS, usage(8)).hasCommittedPrice()).isFalse();
    }

    @Test
    void sixtyTerabytesOutOfAwsCostWhatItsListSays() {
        var quote = quote(AWS, usage(8).setMonthlyEgressBytes(60L << 40));
        assertThat(amount(line(quote, QuoteLineKind.QUOTE_LINE_KIND_EGRESS).getAmount()))
                .isEqualByComparingTo("5120");
    }

    @Test
    void egressThatNobodyPricesIsNamed() {
        var quote = quote("offers/verda.fin-01.h100-sxm-8x.on-demand", usage(8).setMonthlyEgressBytes(1L << 40));
        assertThat(quote.getNotIncludedList()).hasSize(1).first().asString().contains("Verda");
    }

    @Test
    void manyItemsAreAnsweredInTheirOrderFromOneRevision() {
        var answer = quotes.quoteUsage(QuoteUsageRequest.newBuilder()
                .addItems(item(AWS, usage(8)).setItemId("cloud"))
                .addItems(QuoteItem.newBuilder()
                        .setItemId("any H100")
                        .setRequirement(OfferRequirement.newBuilder().addAccelerators("H100-SXM"))
                        .setMaximumQuotes(5)
                        .setUsage(usage(8)))
                .addItems(QuoteItem.newBuilder()
                        .setItemId("nothing")
                        .setRequirement(OfferRequirement.newBuilder().addRegions("atlantis"))
                        .setUsage(usage(1)))
                .build());
        assertThat(answer.getRevision()).isPositive();
        assertThat(answer.getResultsList())
                .extracting(result -> result.getItemId())
                .containsExactly("cloud", "any H100", "nothing");
        var cheapest = answer.getResults(1).getQuotesList();
        assertThat(cheapest).hasSize(5);
        assertThat(cheapest).extracting(quote -> amount(quote.getTotalPrice())).isSorted();
        assertThat(cheapest.get(0).getOffer().getPlace().getProvider()).isEqualTo("verda");
        assertThat(answer.getResults(2).getQuotesList()).isEmpty();
    }

    @Test
    void ownedAndRentedCompeteOnTheirTotals() {
        var answer = quotes.quoteUsage(QuoteUsageRequest.newBuilder()
                .addItems(QuoteItem.newBuilder()
                        .setRequirement(OfferRequirement.newBuilder()
                                .addAccelerators("H100-SXM")
                                .addProviderKinds(ProviderKind.PROVIDER_KIND_HYPERSCALER)
                                .addProviderKinds(ProviderKind.PROVIDER_KIND_COLOCATION)
                                .setFabricRequired(true))
                        .setUsage(usage(64)))
                .build());
        var names = answer.getResults(0).getQuotesList().stream()
                .map(quote -> quote.getOffer().getName())
                .toList();
        assertThat(names.indexOf(COLOCATION)).isBetween(0, names.indexOf(AWS));
    }

    @Test
    void anOfferWithoutAPriceIsRefusedWithTheReason() {
        var error = GrpcError.from(() -> quote("offers/aws.us-east-1.p5e-48xlarge.on-demand", usage(8)));
        error.is(Status.Code.FAILED_PRECONDITION, "OFFER_WITHOUT_PRICE");
        assertThat(error.metadata()).containsEntry("price_absence", "CAPACITY_BLOCKS_ONLY");
    }

    @Test
    void anUnknownOfferIsNamedByItsItem() {
        GrpcError.from(() -> quotes.quoteUsage(QuoteUsageRequest.newBuilder()
                        .addItems(item(AWS, usage(8)))
                        .addItems(item("offers/nowhere", usage(8)))
                        .build()))
                .is(Status.Code.NOT_FOUND, "UNKNOWN_OFFER")
                .violates("items[1].offer");
    }

    @Test
    void anAmbiguousAcceleratorIsNamedByItsItem() {
        GrpcError.from(() -> quotes.quoteUsage(QuoteUsageRequest.newBuilder()
                        .addItems(QuoteItem.newBuilder()
                                .setRequirement(OfferRequirement.newBuilder().addAccelerators("H100"))
                                .setUsage(usage(8)))
                        .build()))
                .is(Status.Code.FAILED_PRECONDITION, "AMBIGUOUS_ACCELERATOR")
                .violates("items[0].requirement.accelerators[0]");
    }

    @Test
    void anEmptyRequestIsRefused() {
        GrpcError.from(() -> quotes.quoteUsage(QuoteUsageRequest.getDefaultInstance()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("items");
    }

    @Test
    void negativeCountsAndMissingDurationsAreNamedAtOnce() {
        GrpcError.from(() -> quotes.quoteUsage(QuoteUsageRequest.newBuilder()
                        .addItems(QuoteItem.newBuilder()
                                .setOffer(AWS)
                                .setUsage(Usage.newBuilder().setAcceleratorCount(-8)))
                        .build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("items[0].usage.accelerator_count", "items[0].usage.duration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.0001", "-0.5", "1e-999999999", "half", ""})
    void aUtilizationThatIsNoneIsRefused(String utilization) {
        GrpcError.from(() -> quote(AWS, usage(8).setUtilization(decimal(utilization))))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("items[0].usage.utilization");
    }

    @Test
    void conditionsGivenTwiceAreRefused() {
        var condition =
                SiteConditions.newBuilder().setSite("sites/ashburn-colo").build();
        GrpcError.from(() -> quotes.quoteUsage(QuoteUsageRequest.newBuilder()
                        .addItems(item(COLOCATION, usage(8)))
                        .addSiteConditions(condition)
                        .addSiteConditions(condition)
                        .build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("site_conditions");
    }

    @Test
    void aPueBelowOneIsRefused() {
        GrpcError.from(() -> quotes.quoteUsage(QuoteUsageRequest.newBuilder()
                        .addItems(item(COLOCATION, usage(8)))
                        .addSiteConditions(SiteConditions.newBuilder()
                                .setSite("sites/ashburn-colo")
                                .setPue(decimal("0.9")))
                        .build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("site_conditions[0].pue");
    }

    @Test
    void theLargestUsageThatTheContractAdmitsIsQuoted() {
        var usage = Usage.newBuilder()
                .setAcceleratorCount(1_000_000)
                .setDuration(Duration.newBuilder().setSeconds(315_360_000))
                .setMonthlyEgressBytes(1L << 60)
                .setMonthlyPriorEgressBytes(1L << 60);
        assertThat(quote(AWS, usage).getTotalPrice().getUnits()).isGreaterThan(600_000_000_000L);
    }

    private Quote quote(String offer, Usage.Builder usage) {
        QuoteUsageResponse answer = quotes.quoteUsage(
                QuoteUsageRequest.newBuilder().addItems(item(offer, usage)).build());
        assertThat(answer.getResultsCount()).isEqualTo(1);
        return answer.getResults(0).getQuotes(0);
    }

    private static QuoteItem.Builder item(String offer, Usage.Builder usage) {
        return QuoteItem.newBuilder().setOffer(offer).setUsage(usage);
    }

    private static Usage.Builder usage(int accelerators) {
        return Usage.newBuilder()
                .setAcceleratorCount(accelerators)
                .setDuration(Duration.newBuilder().setSeconds(MONTH));
    }

    private static QuoteLine line(Quote quote, QuoteLineKind kind) {
        return quote.getLinesList().stream()
                .filter(line -> line.getKind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Decimal decimal(String value) {
        return Decimal.newBuilder().setValue(value).build();
    }

    private static BigDecimal amount(Money money) {
        return BigDecimal.valueOf(money.getUnits()).add(BigDecimal.valueOf(money.getNanos(), 9));
    }
}
