package dev.emplace.pricing.ingest.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.accelerators.Resolution;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.domain.ownership.OwnershipTariff;
import dev.emplace.pricing.domain.places.ProviderKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the service ships with. */
class BundledCatalogTest {

    private static final BundledCatalog CATALOG = BundledCatalog.load(CatalogFiles.bundled());
    private static final List<Offer> OFFERS = CATALOG.offers();

    @Test
    void itCoversTheMap() {
        assertThat(CATALOG.reference().accelerators().accelerators()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(OFFERS).hasSizeGreaterThanOrEqualTo(45);
        assertThat(OFFERS)
                .extracting(offer -> offer.region().provider().id())
                .contains(
                        "aws",
                        "azure",
                        "gcp",
                        "coreweave",
                        "lambda",
                        "crusoe",
                        "nebius",
                        "verda",
                        "digital-realty",
                        "own-edge",
                        "own-device");
    }

    @Test
    void everyOfferCitesADocumentAndADayThatHasPassed() {
        assertThat(OFFERS).allSatisfy(offer -> {
            assertThat(offer.source().document()).hasSizeGreaterThan(10);
            assertThat(offer.source().observed()).isBetween(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 11, 24));
        });
    }

    @Test
    void everyAcceleratorCitesItsFigures() {
        assertThat(CATALOG.reference().accelerators().accelerators())
                .allSatisfy(accelerator -> assertThat(accelerator.source()).hasSizeGreaterThan(10));
    }

    @Test
    void aPriceThatIsNotKnownIsAbsentWithItsReason() {
        assertThat(OFFERS)
                .filteredOn(offer -> offer.price() instanceof Price.Absent)
                .isNotEmpty()
                .allSatisfy(offer ->
                        assertThat(((Price.Absent) offer.price()).note()).isNotBlank());
    }

    @ParameterizedTest(name = "{0} is {1} USD per accelerator-hour")
    @CsvSource({
        "aws.us-east-1.p5-48xlarge.on-demand, 6.88",
        "aws.us-east-1.p5en-48xlarge.on-demand, 7.91",
        "aws.us-east-1.p6-b200-48xlarge.on-demand, 14.24",
        "aws.us-east-1.p4de-24xlarge.on-demand, 3.43",
        "aws.us-east-1.g6e-xlarge.on-demand, 1.86",
        "aws.us-east-1.g6-xlarge.on-demand, 0.80",
        "azure.eastus.standard-nd96is-h100-v5.on-demand, 11.06",
        "azure.eastus.standard-nd96isr-h100-v5.on-demand, 12.29",
        "azure.eastus.standard-nc40ads-h100-v5.on-demand, 6.98",
        "azure.eastus2.standard-nd96isr-h200-v5.on-demand, 10.60",
        "gcp.us-central1.a3-highgpu-8g.on-demand, 11.06",
        "gcp.us-central1.a3-highgpu-8g.spot, 6.33",
        "gcp.us-central1.a2-ultragpu-8g.on-demand, 5.07",
        "coreweave.us-ord1.gd-8xh100ib-i128.on-demand, 6.16",
        "coreweave.us-ord1.gd-8xh200ib-i128.on-demand, 6.30",
        "lambda.us-south-1.gpu-8x-h100-sxm5.on-demand, 3.99",
        "crusoe.us-east1-a.h100-80gb-sxm-ib-8x.spot, 1.60",
        "nebius.eu-north1.gpu-h200-sxm-8gpu-128vcpu-1600gb.on-demand, 3.50",
        "verda.fin-01.b200-sxm-1x.spot, 0.95"
    })
    void listPricesAreThoseThatWereSeen(String id, BigDecimal expected) {
        assertThat(perAccelerator(offer(id)).setScale(2, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(expected);
    }

    @Test
    void theColocationSiteIsPricedByItsCostOfOwnership() {
        var offer = offer("digital-realty.ashburn-colo.hgx-h100.owned");
        assertThat(offer.model()).isEqualTo(CommercialModel.OWNED);
        assertThat(offer.region().siteId()).contains("ashburn-colo");
        var tariff = offer.ownership().orElseThrow();
        assertThat(usefulHour(tariff, "0.9")).isEqualByComparingTo("2.94");
        assertThat(usefulHour(tariff, "0.3")).isEqualByComparingTo("8.82");
        // The offer's own price is that of every hour, used or not.
        assertThat(perAccelerator(offer).setScale(2, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(usefulHour(tariff, "1"));
    }

    @Test
    void estimatesSayThatTheyAre() {
        assertThat(OFFERS)
                .filteredOn(offer -> offer.region().provider().kind() == ProviderKind.REGIONAL_EDGE)
                .isNotEmpty()
                .allSatisfy(offer -> assertThat(
                                offer.confidence(LocalDate.of(2026, 11, 24)).value())
                        .isLessThan(new BigDecimal("0.5")));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "p5.48xlarge, nvidia-h100-sxm-80gb",
        "Standard_NC40ads_H100_v5, nvidia-h100-nvl-94gb",
        "a2-highgpu-1g, nvidia-a100-sxm-40gb",
        "nvidia-h100-mega-80gb, nvidia-h100-sxm-80gb",
        "NVIDIA-A100-SXM4-80GB, nvidia-a100-sxm-80gb",
        "nvidia-tesla-t4, nvidia-t4-16gb",
        "cloud.google.com/gke-tpu-accelerator=tpu-v5-lite-podslice, google-tpu-v5e-16gb",
        "AMD_Instinct_MI300X_OAM, amd-mi300x-192gb",
        "ml.g5.8xlarge, nvidia-a10g-24gb",
        "Tesla-T4-SHARED, nvidia-t4-16gb",
        "tpu7x, google-tpu7x-192gb",
        "Jetson-AGX-Orin, nvidia-jetson-agx-orin-64gb"
    })
    void namesOfOtherSystemsResolve(String name, String id) {
        assertThat(CATALOG.reference().accelerators().resolve(name))
                .isInstanceOfSatisfying(
                        Resolution.Resolved.class,
                        resolved -> assertThat(resolved.accelerator().id()).isEqualTo(id));
    }

    @ParameterizedTest
    @CsvSource({"H100, 3", "A100, 4", "A100-80GB, 2", "Orin, 3"})
    void namesThatSeveralShareAreAmbiguous(String name, int choices) {
        assertThat(CATALOG.reference().accelerators().resolve(name))
                .isInstanceOfSatisfying(
                        Resolution.Ambiguous.class,
                        ambiguous -> assertThat(ambiguous.choices()).hasSize(choices));
    }

    @Test
    void theSameFilesHaveTheSameDigest() {
        assertThat(BundledCatalog.load(CatalogFiles.bundled()).feed()).isEqualTo(CATALOG.feed());
    }

    private static Offer offer(String id) {
        return OFFERS.stream()
                .filter(offer -> offer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id));
    }

    private static BigDecimal perAccelerator(Offer offer) {
        return offer.pricePerAcceleratorHour().map(Money::amount).orElseThrow();
    }

    private static BigDecimal usefulHour(OwnershipTariff tariff, String utilization) {
        return tariff.hourly(Optional.empty())
                .perUsefulAcceleratorHour(BigDecimal.valueOf(8), new BigDecimal(utilization))
                .setScale(2, RoundingMode.HALF_EVEN);
    }
}
