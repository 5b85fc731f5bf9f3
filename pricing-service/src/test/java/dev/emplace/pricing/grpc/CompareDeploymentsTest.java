package dev.emplace.pricing.grpc;

import static dev.emplace.pricing.grpc.Cents.amount;
import static dev.emplace.pricing.grpc.Cents.decimal;
import static dev.emplace.pricing.grpc.Cents.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.type.Decimal;
import dev.emplace.api.pricing.v1.CommitmentUse;
import dev.emplace.api.pricing.v1.CompareDeploymentsRequest;
import dev.emplace.api.pricing.v1.DeploymentCost;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.QuoteServiceGrpc;
import dev.emplace.api.pricing.v1.SavingSensitivity;
import dev.emplace.api.pricing.v1.ShareBand;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The statements of the published claims about colocation, and where they stop being true. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CompareDeploymentsTest {

    private static final String AWS = "offers/aws.us-east-1.p5-48xlarge.on-demand";
    private static final String COLOCATION = "offers/digital-realty.ashburn-colo.hgx-h100.owned";

    private final ManagedChannel channel = GrpcCalls.channel();
    private final QuoteServiceGrpc.QuoteServiceBlockingStub quotes = QuoteServiceGrpc.newBlockingStub(channel);

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void colocationPaysAgainstAwsFromThirtyEightAndAHalfPercent() {
        var colocation = against(AWS, "0.7");
        assertThat(percent(colocation.getBreakEvenUtilization(), 1)).isEqualTo("38.5");
        assertThat(percent(colocation.getCheaperRange().getMinimum(), 1)).isEqualTo("38.5");
        assertThat(colocation.getCheaperRange().getMaximum().getValue()).isEqualTo("1");
        // 8 accelerators x 730 h x 38.47%
        assertThat(new BigDecimal(colocation.getBreakEvenAcceleratorHours().getValue()))
                .isBetween(new BigDecimal("2246"), new BigDecimal("2247"));
    }

    @Test
    void fortyToSixtyPercentAreSavedFromSixtyFourToNinetySixPercentUse() {
        var claimed = against(AWS, "0.7").getClaimedRange();
        assertThat(percent(claimed.getMinimum(), 0)).isEqualTo("64");
        assertThat(percent(claimed.getMaximum(), 0)).isEqualTo("96");
    }

    @Test
    void ofAMillionAMonthAtSeventyPercentFourHundredAndFiftyThousandAreSaved() {
        var saved = amount(against(AWS, "0.7").getSpendSavingPrice());
        assertThat(saved.setScale(-4, RoundingMode.HALF_EVEN)).isEqualByComparingTo("450000");
    }

    @ParameterizedTest(name = "against {0}: {1}% at 90% use, {2}% at 70%")
    @CsvSource({
        "offers/crusoe.us-east1-a.h100-80gb-sxm-ib-8x.on-demand, 25, 3",
        "offers/nebius.eu-north1.gpu-h100-sxm-8gpu-128vcpu-1600gb.on-demand, 0, -28",
        "offers/verda.fin-01.h100-sxm-8x.on-demand, -48, -90"
    })
    void againstGpuCloudsColocationSavesLittleOrNothing(String baseline, String at90, String at70) {
        assertThat(percent(against(baseline, "0.9").getSavingShare(), 0)).isEqualTo(at90);
        assertThat(percent(against(baseline, "0.7").getSavingShare(), 0)).isEqualTo(at70);
    }

    @Test
    void theStatementNamesItsBaselineItsUseAndItsCondition() {
        assertThat(against(AWS, "0.7").getStatement())
                .isEqualTo("digital-realty.ashburn-colo.hgx-h100.owned saves 45% against"
                        + " aws.us-east-1.p5-48xlarge.on-demand at 70% use; it is cheaper from 38.5% use on; the claimed"
                        + " saving holds from 64.1% to 96.2% use");
    }

    @Test
    void theAnswerFlipsWhereThePriceChangesByWhatItSays() {
        var colocation = against(AWS, "0.7");
        var own = amount(colocation.getMonthlyPrice());
        var base = own.add(amount(colocation.getMonthlySavingPrice()));
        var change = new BigDecimal(colocation.getFlippingPriceChange().getValue());
        assertThat(own.multiply(change.add(BigDecimal.ONE)).setScale(2, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(base.setScale(2, RoundingMode.HALF_EVEN));
        assertThat(percent(colocation.getFlippingBaselinePriceChange(), 0)).isEqualTo("-45");
    }

    @Test
    void theInputsOfOwningAreSensitivitiesAndNoneOfThemFlipsFortyFivePercent() {
        var sensitivities = against(AWS, "0.7").getSensitivitiesList();
        assertThat(sensitivities)
                .extracting(SavingSensitivity::getInput)
                .contains("utilization", "price", "baseline_price", "capital", "years", "rate");
        assertThat(sensitivities).noneMatch(SavingSensitivity::getFlips);
        var crusoe = against("offers/crusoe.us-east1-a.h100-80gb-sxm-ib-8x.on-demand", "0.7");
        assertThat(crusoe.getSensitivitiesList())
                .filteredOn(each -> each.getInput().equals("utilization"))
                .allMatch(SavingSensitivity::getFlips);
    }

    @Test
    void whatIsKeptAllTheTimeHasNoBreakEven() {
        var request = request(AWS, "0.7");
        request.getUsageBuilder().setReleaseWhenIdle(false);
        var colocation = quotes.compareDeployments(request.build()).getDeployments(0);
        assertThat(colocation.hasBreakEvenUtilization()).isFalse();
        assertThat(colocation.getStatement()).contains("no dearer at any utilization");
    }

    @Test
    void aRequirementComparesEachWayToBuyOfEachProviderCheapestFirst() {
        var answer = quotes.compareDeployments(CompareDeploymentsRequest.newBuilder()
                .setRequirement(OfferRequirement.newBuilder().addAccelerators("H100-SXM"))
                .setUsage(usage("0.7"))
                .setMaximumDeployments(100)
                .build());
        assertThat(answer.getBaseline().getQuote().getOffer().getName()).contains("on-demand");
        assertThat(answer.getDeploymentsList())
                .extracting(each -> amount(each.getMonthlyPrice()))
                .isSorted();
        assertThat(answer.getDeploymentsList())
                .extracting(each -> each.getQuote().getOffer().getPlace().getProvider() + " "
                        + each.getQuote().getOffer().getCommercialModel() + " "
                        + each.getQuote().getOffer().getCommitmentDuration().getSeconds())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(10);
    }

    @Test
    void aComparisonOfNothingIsRefused() {
        GrpcError.from(() -> quotes.compareDeployments(CompareDeploymentsRequest.newBuilder()
                        .setUsage(usage("0.7"))
                        .build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("offers");
    }

    @Test
    void aMissingBaselineIsAskedForWhereNothingIsOnDemand() {
        GrpcError.from(() -> quotes.compareDeployments(
                        request("", "0.7").clearBaselineOffer().build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("baseline_offer");
    }

    @Test
    void aCommitmentIsNotCompared() {
        var request = request(AWS, "0.7");
        request.getUsageBuilder().setCommitment(CommitmentUse.getDefaultInstance());
        GrpcError.from(() -> quotes.compareDeployments(request.build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("usage.commitment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "-0.1", "NaN", "1e9"})
    void aStepThatIsNoneIsRefused(String step) {
        GrpcError.from(() -> quotes.compareDeployments(
                        request(AWS, "0.7").setSensitivityStep(decimal(step)).build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("sensitivity_step");
    }

    private DeploymentCost against(String baseline, String utilization) {
        var answer = quotes.compareDeployments(request(baseline, utilization).build());
        assertThat(answer.getBaseline().getQuote().getOffer().getName()).isEqualTo(baseline);
        assertThat(answer.getDeploymentsCount()).isEqualTo(1);
        return answer.getDeployments(0);
    }

    private static CompareDeploymentsRequest.Builder request(String baseline, String utilization) {
        return CompareDeploymentsRequest.newBuilder()
                .addOffers(COLOCATION)
                .setBaselineOffer(baseline)
                .setUsage(usage(utilization))
                .setClaimedSaving(
                        ShareBand.newBuilder().setMinimumShare(decimal("0.4")).setMaximumShare(decimal("0.6")))
                .setMonthlyBaselineSpend(usd("1000000"));
    }

    private static Usage.Builder usage(String utilization) {
        return Usage.newBuilder()
                .setAcceleratorCount(8)
                .setDuration(Duration.newBuilder().setSeconds(2_628_000))
                .setUtilization(decimal(utilization))
                .setReleaseWhenIdle(true);
    }

    private static String percent(Decimal share, int decimals) {
        return new BigDecimal(share.getValue())
                .movePointRight(2)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
