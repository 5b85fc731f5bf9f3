package dev.emplace.pricing.grpc;

import static dev.emplace.pricing.grpc.Cents.cents;
import static dev.emplace.pricing.grpc.Cents.decimal;
import static dev.emplace.pricing.grpc.Cents.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.DataStatus;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.PriceBand;
import dev.emplace.api.pricing.v1.PriceGroup;
import dev.emplace.api.pricing.v1.ShareBand;
import dev.emplace.api.pricing.v1.StatisticsServiceGrpc;
import dev.emplace.api.pricing.v1.SummarizePricesRequest;
import dev.emplace.testkit.grpc.GrpcCalls;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Published claims about prices, held against the catalog that ships. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SummarizePricesTest {

    private final ManagedChannel channel = GrpcCalls.channel();
    private final StatisticsServiceGrpc.StatisticsServiceBlockingStub statistics =
            StatisticsServiceGrpc.newBlockingStub(channel);

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void listPricesStandBesideThePublishedBandProviderByProvider() {
        var aws = group("aws", CommercialModel.COMMERCIAL_MODEL_ON_DEMAND);
        assertThat(cents(aws.getPrices().getMinimum())).isEqualTo("6.88");
        assertThat(aws.getPriceBands().getBelowCount()).isPositive();
        assertThat(aws.getDiscountStatus()).isEqualTo(DataStatus.DATA_STATUS_UNSPECIFIED);
        var google = group("gcp", CommercialModel.COMMERCIAL_MODEL_ON_DEMAND);
        assertThat(google.getPriceBands().getWithinCount()).isPositive();
    }

    @Test
    void aDiscountOfSeventyOnePercentLiesInThePublishedBand() {
        var spot = group("aws", CommercialModel.COMMERCIAL_MODEL_SPOT);
        assertThat(spot.getDiscountStatus()).isEqualTo(DataStatus.DATA_STATUS_AVAILABLE);
        assertThat(spot.getDiscounts().getMedian().getValue()).isEqualTo("0.71");
        assertThat(spot.getDiscountBands().getWithinCount()).isEqualTo(1);
    }

    @Test
    void whatTheCatalogHasNoPriceForIsNoData() {
        var reserved = group("aws", CommercialModel.COMMERCIAL_MODEL_RESERVED);
        assertThat(reserved.getPriceStatus()).isEqualTo(DataStatus.DATA_STATUS_NO_DATA);
        assertThat(reserved.getDiscountStatus()).isEqualTo(DataStatus.DATA_STATUS_NO_DATA);
    }

    @Test
    void aBandThatEndsBelowItsBeginningIsRefused() {
        GrpcError.from(() -> statistics.summarizePrices(SummarizePricesRequest.newBuilder()
                        .setPublishedPrice(
                                PriceBand.newBuilder().setMinimumPrice(usd("2")).setMaximumPrice(usd("1")))
                        .build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("published_price.maximum_price");
    }

    private PriceGroup group(String provider, CommercialModel model) {
        var answer = statistics.summarizePrices(SummarizePricesRequest.newBuilder()
                .setRequirement(OfferRequirement.newBuilder().addAccelerators("H100-SXM"))
                .setPublishedPrice(
                        PriceBand.newBuilder().setMinimumPrice(usd("8")).setMaximumPrice(usd("12")))
                .setPublishedDiscount(
                        ShareBand.newBuilder().setMinimumShare(decimal("0.6")).setMaximumShare(decimal("0.8")))
                .build());
        return answer.getGroupsList().stream()
                .filter(group -> group.getProvider().equals(provider) && group.getCommercialModel() == model)
                .findFirst()
                .orElseThrow();
    }
}
