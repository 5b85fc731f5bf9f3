package dev.emplace.pricing.grpc;

import static dev.emplace.pricing.grpc.Cents.amount;
import static dev.emplace.pricing.grpc.Cents.decimal;
import static dev.emplace.pricing.grpc.Cents.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.pricing.v1.BandPosition;
import dev.emplace.api.pricing.v1.EstimateOwnershipCostRequest;
import dev.emplace.api.pricing.v1.OwnershipCase;
import dev.emplace.api.pricing.v1.OwnershipPoint;
import dev.emplace.api.pricing.v1.OwnershipSensitivity;
import dev.emplace.api.pricing.v1.PriceBand;
import dev.emplace.api.pricing.v1.QuoteInput;
import dev.emplace.api.pricing.v1.QuoteServiceGrpc;
import dev.emplace.testkit.grpc.GrpcCalls;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OwnershipCostTest {

    private static final String OWNED = "offers/digital-realty.ashburn-colo.hgx-h100.owned";

    private final ManagedChannel channel = GrpcCalls.channel();
    private final QuoteServiceGrpc.QuoteServiceBlockingStub quotes = QuoteServiceGrpc.newBlockingStub(channel);

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    @ParameterizedTest(name = "{0} years cost {1}, {2} and {3} USD at 90, 70 and 30% use")
    @CsvSource({"3, 2.94, 3.78, 8.82", "5, 2.19, 2.81, 6.56"})
    void theFirstWorkedExampleComesOutToTheCent(int years, String at90, String at70, String at30) {
        var answer = quotes.estimateOwnershipCost(
                request(first().setLifeYears(years), "0.9", "0.7", "0.3").build());
        assertThat(answer.getPointsList()).extracting(OwnershipCostTest::cents).containsExactly(at90, at70, at30);
    }

    @Test
    void theSecondWorkedExampleComesOutToTheCent() {
        var second = first().setCapitalPrice(usd("310000"))
                .setResidualPrice(usd("31000"))
                .setAnnualRate(decimal("0.12"))
                .setLifeYears(4)
                .setKilowattMonthRentPrice(usd("194.95"))
                .setPue(decimal("1.25"))
                .setKilowattHourPrice(usd("0.07"))
                .setLoad(decimal("0.7"));
        var answer = quotes.estimateOwnershipCost(request(second, "0.8").build());
        assertThat(cents(answer.getPoints(0))).isEqualTo("2.50");
    }

    @Test
    void linesAddUpToTheNodeHour() {
        var answer = quotes.estimateOwnershipCost(request(first(), "0.9").build());
        var sum = answer.getLinesList().stream()
                .map(line -> amount(line.getAmount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(answer.getLinesList()).hasSize(4);
        assertThat(sum).isEqualByComparingTo(amount(answer.getNodeHourPrice()));
        assertThat(sum.multiply(BigDecimal.valueOf(8760))).isEqualByComparingTo(amount(answer.getNodeYearPrice()));
    }

    @Test
    void theEndsOfTheComputedRangeLieOutsideThePublishedBand() {
        var band = PriceBand.newBuilder().setMinimumPrice(usd("2.5")).setMaximumPrice(usd("3.5"));
        var threeYears = quotes.estimateOwnershipCost(
                request(first(), "0.9", "0.7").setPublishedBand(band).build());
        assertThat(threeYears.getPointsList())
                .extracting(OwnershipPoint::getBandPosition)
                .containsExactly(BandPosition.BAND_POSITION_WITHIN, BandPosition.BAND_POSITION_ABOVE);
        var fiveYears = quotes.estimateOwnershipCost(
                request(first().setLifeYears(5), "0.9").setPublishedBand(band).build());
        assertThat(fiveYears.getPoints(0).getBandPosition()).isEqualTo(BandPosition.BAND_POSITION_BELOW);
    }

    @Test
    void anOfferStatesWhatTheRequestLeavesOutAndEachInputSaysWhoseItIs() {
        var fromOffer = OwnershipCase.newBuilder().setTariffOffer(OWNED).setPue(decimal("1.5"));
        var answer = quotes.estimateOwnershipCost(request(fromOffer, "0.9").build());
        var sources = answer.getLinesList().stream()
                .flatMap(line -> line.getInputsList().stream())
                .filter(input ->
                        input.getName().equals("pue") || input.getName().equals("mean_watts"))
                .map(QuoteInput::getSource)
                .toList();
        assertThat(sources).containsExactlyInAnyOrder("request", "tariff of " + OWNED);
    }

    @Test
    void theStrongestInputComesFirstAndMovesThePriceItsOwnWay() {
        var sensitivities =
                quotes.estimateOwnershipCost(request(first(), "0.9").build()).getSensitivitiesList();
        assertThat(sensitivities.get(0).getInput()).isEqualTo("years");
        assertThat(sensitivities)
                .extracting(OwnershipSensitivity::getInput)
                .contains("capital", "utilization", "pue")
                .doesNotContain("residual");
        var capital = sensitivities.stream()
                .filter(each -> each.getInput().equals("capital"))
                .findFirst()
                .orElseThrow();
        assertThat(capital.getLowValue().getValue()).isEqualTo("309600");
        assertThat(amount(capital.getLowValuePrice())).isLessThan(amount(capital.getHighValuePrice()));
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        GrpcError.from(() -> quotes.estimateOwnershipCost(
                        request(OwnershipCase.newBuilder(), "0.9").build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates(Stream.of(
                                "capital_price",
                                "residual_price",
                                "kilowatt_month_rent_price",
                                "kilowatt_hour_price",
                                "annual_rate",
                                "annual_operations_share",
                                "pue",
                                "life_years",
                                "provisioned_watts",
                                "load",
                                "accelerators_per_node")
                        .map(name -> "ownership." + name)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1e999999999", "-0.1", "1.01", "", "0x1p3"})
    void aRateThatIsNoneIsRefused(String rate) {
        GrpcError.from(() -> quotes.estimateOwnershipCost(
                        request(first().setAnnualRate(decimal(rate)), "0.9").build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("ownership.annual_rate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.1", "-1", "0.00001"})
    void aUtilizationOutOfItsRangeIsRefused(String utilization) {
        GrpcError.from(() -> quotes.estimateOwnershipCost(
                        request(first(), "0.9", utilization).build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("utilizations[1]");
    }

    @Test
    void aResidualAboveTheCapitalIsRefused() {
        GrpcError.from(() -> quotes.estimateOwnershipCost(
                        request(first().setResidualPrice(usd("344001")), "0.9").build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("ownership.residual_price");
    }

    @Test
    void aRentedOfferStatesNoTariff() {
        var rented = OwnershipCase.newBuilder().setTariffOffer("offers/aws.us-east-1.p5-48xlarge.on-demand");
        GrpcError.from(() -> quotes.estimateOwnershipCost(request(rented, "0.9").build()))
                .is(Status.Code.FAILED_PRECONDITION, "OFFER_NOT_OWNED");
    }

    private static EstimateOwnershipCostRequest.Builder request(OwnershipCase.Builder ownership, String... use) {
        return EstimateOwnershipCostRequest.newBuilder()
                .setOwnership(ownership)
                .addAllUtilizations(Stream.of(use).map(Cents::decimal).toList());
    }

    /** The first worked example, over three years. */
    private static OwnershipCase.Builder first() {
        return OwnershipCase.newBuilder()
                .setCapitalPrice(usd("344000"))
                .setResidualPrice(usd("0"))
                .setAnnualRate(decimal("0.1"))
                .setLifeYears(3)
                .setKilowattMonthRentPrice(usd("184"))
                .setProvisionedWatts(10_200)
                .setLoad(decimal("0.8"))
                .setPue(decimal("1.3"))
                .setKilowattHourPrice(usd("0.08"))
                .setAnnualOperationsShare(decimal("0.05"))
                .setAcceleratorsPerNode(decimal("8"));
    }

    private static String cents(OwnershipPoint point) {
        return Cents.cents(point.getUsefulAcceleratorHourPrice());
    }
}
