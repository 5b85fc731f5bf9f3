package dev.emplace.pricing.grpc;

import static dev.emplace.pricing.grpc.Cents.amount;
import static dev.emplace.pricing.grpc.Cents.cents;
import static dev.emplace.pricing.grpc.Cents.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.type.Date;
import dev.emplace.api.pricing.v1.CommitmentUse;
import dev.emplace.api.pricing.v1.ExchangeRate;
import dev.emplace.api.pricing.v1.Interruptions;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.Quote;
import dev.emplace.api.pricing.v1.QuoteItem;
import dev.emplace.api.pricing.v1.QuoteLine;
import dev.emplace.api.pricing.v1.QuoteLineKind;
import dev.emplace.api.pricing.v1.QuoteServiceGrpc;
import dev.emplace.api.pricing.v1.QuoteUsageRequest;
import dev.emplace.api.pricing.v1.ReworkMethod;
import dev.emplace.api.pricing.v1.Surcharge;
import dev.emplace.api.pricing.v1.Throughput;
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
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Terms of use through the contract, and what hostile callers are told. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class UsageTermsTest {

    private static final String ON_DEMAND = "offers/aws.us-east-1.p5-48xlarge.on-demand";
    private static final String SPOT = "offers/aws.us-east-1.p5-48xlarge.spot";
    private static final String RESERVED = "offers/aws.us-east-1.g6e-xlarge.reserved-12m";

    private final ManagedChannel channel = GrpcCalls.channel();
    private final QuoteServiceGrpc.QuoteServiceBlockingStub quotes = QuoteServiceGrpc.newBlockingStub(channel);

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    /** λ = 0.8/h, δ = 0.1 h, R = 0.25 h at half an hour: Daly's 0.88. */
    @Test
    void spotSaysItsReworkAndWhichFormulaItIsFrom() {
        var quote = quote(SPOT, usage().setInterruptions(interruptions("0.8").setCheckpointInterval(seconds(1800))));
        assertThat(quote.getRework().getMethod()).isEqualTo(ReworkMethod.REWORK_METHOD_DALY);
        assertThat(new BigDecimal(quote.getRework().getBilledShare().getValue()))
                .isBetween(new BigDecimal("0.875"), new BigDecimal("0.885"));
        assertThat(kinds(quote)).contains(QuoteLineKind.QUOTE_LINE_KIND_REWORK);
        assertThat(quote.getNotIncludedList()).isEmpty();
    }

    @Test
    void anIntervalThatIsLeftOutIsTheBestAndIsAnswered() {
        var best = quote(SPOT, usage().setInterruptions(interruptions("0.8")));
        var given = quote(SPOT, usage().setInterruptions(interruptions("0.8").setCheckpointInterval(seconds(1800))));
        assertThat(best.getRework().getCheckpointInterval().getSeconds()).isBetween(1L, 1800L);
        assertThat(amount(best.getTotalPrice())).isLessThanOrEqualTo(amount(given.getTotalPrice()));
    }

    @Test
    void interruptionsThatLetNoWorkEndAreRefusedForAnOfferAndLeftOutOfASearch() {
        var hostile = usage().setInterruptions(interruptions("60").setCheckpointInterval(seconds(31_536_000)));
        var error = GrpcError.from(() -> quote(SPOT, hostile));
        error.is(Status.Code.FAILED_PRECONDITION, "WORK_NEVER_ENDS");
        assertThat(error.metadata()).containsEntry("interruption_rate_per_hour", "60");
        var found = quotes.quoteUsage(QuoteUsageRequest.newBuilder()
                        .addItems(QuoteItem.newBuilder()
                                .setRequirement(OfferRequirement.newBuilder().addAccelerators("H100-SXM"))
                                .setMaximumQuotes(100)
                                .setUsage(hostile))
                        .build())
                .getResults(0)
                .getQuotesList();
        assertThat(found)
                .isNotEmpty()
                .noneMatch(quote -> quote.getOffer().getName().endsWith(".spot"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "61", "NaN", "1e400", "", "0.00000000000001"})
    void aRateOfInterruptionsThatIsNoneIsRefused(String rate) {
        refused(SPOT, usage().setInterruptions(interruptions(rate)), "interruptions.machine_rate_per_hour");
    }

    @Test
    void checkpointsThatTakeNoTimeAreAskedFor() {
        refused(
                SPOT,
                usage().setInterruptions(interruptions("0.8").clearCheckpointDuration()),
                "interruptions.checkpoint_duration");
    }

    @Test
    void checkpointsAndNoCheckpointsContradictEachOther() {
        refused(
                SPOT,
                usage().setInterruptions(interruptions("0.8").setWithoutCheckpoints(true)),
                "interruptions.without_checkpoints");
    }

    @ParameterizedTest
    @CsvSource({"11", "-0.1", "NaN", "1e9"})
    void aShareOfASurchargeOutOfItsRangeIsRefused(String share) {
        refused(ON_DEMAND, usage().addSurcharges(tax(share)), "surcharges[0].share");
    }

    @Test
    void surchargesThatNoAmountCanHoldAreRefused() {
        GrpcError.from(() -> quote(
                        ON_DEMAND,
                        usage().addAllSurcharges(
                                        Collections.nCopies(20, tax("10").build()))))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("usage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.01", "-1", "Infinity"})
    void aCoverageOutOfItsRangeIsRefused(String coverage) {
        refused(
                RESERVED,
                usage().setCommitment(CommitmentUse.newBuilder().setCoverage(decimal(coverage))),
                "commitment.coverage");
    }

    @Test
    void aCommitmentIsHeldAgainstTheCatalogsOnDemandPrice() {
        var worth = quote(RESERVED, usage().setUtilization(decimal("0.3"))).getCommitmentWorth();
        assertThat(worth.getOnDemandOffer()).isEqualTo("offers/aws.us-east-1.g6e-xlarge.on-demand");
        // 1.17 of the on-demand price of 1.861 USD
        assertThat(new BigDecimal(worth.getBreakEvenUtilization().getValue()))
                .isEqualByComparingTo(amount(worth.getCommittedUnitPrice())
                        .divide(amount(worth.getOnDemandUnitPrice()), 9, RoundingMode.HALF_EVEN));
        assertThat(amount(worth.getSavingPrice())).isNegative();
    }

    @Test
    void aCommitmentOfAnOfferWithoutOneIsRefused() {
        refused(ON_DEMAND, usage().setCommitment(CommitmentUse.getDefaultInstance()), "commitment");
    }

    @Test
    void anOwnedCommitmentCostsNothingMoreAndSaysSo() {
        var quote =
                quote(RESERVED, usage().setCommitment(CommitmentUse.newBuilder().setAlreadyOwned(true)));
        assertThat(kinds(quote)).contains(QuoteLineKind.QUOTE_LINE_KIND_SUNK);
        assertThat(cents(quote.getTotalPrice())).isEqualTo("0.00");
    }

    @Test
    void aMillionTokensCostTheTotalOverTheirNumber() {
        var quote =
                quote(ON_DEMAND, usage().setThroughput(Throughput.newBuilder().setTokensPerSecond(decimal("20000"))));
        // 55.04 USD an hour over 72 million tokens an hour
        assertThat(amount(quote.getUnitPrices(0).getPrice())).isEqualByComparingTo("0.764444444");
    }

    @ParameterizedTest
    @CsvSource({"2026, 2, 30", "0, 1, 1", "2026, 13, 1", "2026, 0, 0"})
    void aRateOfNoDayIsRefused(int year, int month, int day) {
        var rate = ExchangeRate.newBuilder()
                .setCurrencyCode("EUR")
                .setUsdPerUnit(decimal("1.1"))
                .setRateDate(Date.newBuilder().setYear(year).setMonth(month).setDay(day));
        GrpcError.from(() -> quotes.quoteUsage(QuoteUsageRequest.newBuilder()
                        .addItems(QuoteItem.newBuilder().setOffer(ON_DEMAND).setUsage(usage()))
                        .addExchangeRates(rate)
                        .build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("exchange_rates[0].rate_date");
    }

    private void refused(String offer, Usage.Builder usage, String field) {
        GrpcError.from(() -> quote(offer, usage))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("items[0].usage." + field);
    }

    private Quote quote(String offer, Usage.Builder usage) {
        return quotes.quoteUsage(QuoteUsageRequest.newBuilder()
                        .addItems(QuoteItem.newBuilder().setOffer(offer).setUsage(usage))
                        .build())
                .getResults(0)
                .getQuotes(0);
    }

    private static Usage.Builder usage() {
        return Usage.newBuilder().setAcceleratorCount(1).setDuration(seconds(2_628_000));
    }

    private static Interruptions.Builder interruptions(String rate) {
        return Interruptions.newBuilder()
                .setMachineRatePerHour(decimal(rate))
                .setCheckpointDuration(seconds(360))
                .setRestartDuration(seconds(900));
    }

    private static Surcharge.Builder tax(String share) {
        return Surcharge.newBuilder().setDisplayName("tax").setShare(decimal(share));
    }

    private static List<QuoteLineKind> kinds(Quote quote) {
        return quote.getLinesList().stream().map(QuoteLine::getKind).toList();
    }

    private static Duration seconds(long seconds) {
        return Duration.newBuilder().setSeconds(seconds).build();
    }
}
