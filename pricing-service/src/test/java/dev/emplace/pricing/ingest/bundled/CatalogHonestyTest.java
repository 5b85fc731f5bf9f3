package dev.emplace.pricing.ingest.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.PriceBasis;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every price of the shipped catalog keeps to, so that a slip of the pen is found before a buyer finds it. */
class CatalogHonestyTest {

    private static final List<Offer> OFFERS =
            BundledCatalog.load(CatalogFiles.bundled()).offers();

    @Test
    void itHasAMarketToChooseFrom() {
        assertThat(OFFERS).hasSizeGreaterThanOrEqualTo(400);
        assertThat(priced()).hasSizeGreaterThanOrEqualTo(250);
        assertThat(OFFERS).extracting(Offer::model).contains(CommercialModel.values());
    }

    @Test
    void noPriceIsZero() {
        assertThat(priced()).allSatisfy(offer -> assertThat(price(offer)).isPositive());
    }

    @Test
    void spotCostsNoMoreThanOnDemand() {
        var onDemand = by(CommercialModel.ON_DEMAND);
        var spot = by(CommercialModel.SPOT);
        spot.keySet().retainAll(onDemand.keySet());
        assertThat(spot).hasSizeGreaterThan(30);
        spot.forEach((machine, price) -> assertThat(price).as(machine).isLessThanOrEqualTo(onDemand.get(machine)));
    }

    @Test
    void aCommitmentCostsNoMoreThanNone() {
        var onDemand = by(CommercialModel.ON_DEMAND);
        var committed = priced().stream()
                .filter(offer -> offer.commitment().isPresent())
                .filter(offer -> offer.model() != CommercialModel.CAPACITY_BLOCK)
                .filter(offer -> onDemand.containsKey(machine(offer)))
                .toList();
        assertThat(committed)
                .isNotEmpty()
                .allSatisfy(offer -> assertThat(price(offer)).isLessThanOrEqualTo(onDemand.get(machine(offer))));
    }

    /** The bands are wide: they catch a price of the whole machine taken for that of one card, not a dear seller. */
    @ParameterizedTest(name = "{0} from {1} to {2} USD per accelerator-hour")
    @CsvSource({
        "nvidia-gb300-288gb, 3, 30",
        "nvidia-gb200-186gb, 3, 30",
        "nvidia-b300-sxm-270gb, 2.5, 20",
        "nvidia-b200-sxm-180gb, 0.9, 20",
        "nvidia-h200-sxm-141gb, 1.2, 15",
        "nvidia-h100-sxm-80gb, 1, 17",
        "nvidia-h100-nvl-94gb, 1, 10",
        "nvidia-h100-pcie-80gb, 1, 10",
        "nvidia-gh200-96gb, 1, 8",
        "nvidia-a100-sxm-80gb, 0.4, 6",
        "nvidia-a100-sxm-40gb, 0.4, 5",
        "nvidia-l40s-48gb, 0.2, 8",
        "nvidia-l4-24gb, 0.1, 4",
        "nvidia-a10g-24gb, 0.2, 6",
        "nvidia-t4-16gb, 0.1, 6",
        "amd-mi300x-192gb, 0.5, 9",
        "google-tpu-v5e-16gb, 0.2, 2",
        "google-tpu-v6e-32gb, 0.3, 4"
    })
    void anAcceleratorHourIsInItsBand(String accelerator, BigDecimal least, BigDecimal most) {
        assertThat(priced())
                .filteredOn(offer -> offer.instance()
                        .accelerator()
                        .filter(each -> each.id().equals(accelerator))
                        .isPresent())
                .isNotEmpty()
                .allSatisfy(offer -> assertThat(
                                offer.pricePerAcceleratorHour().orElseThrow().amount())
                        .as(offer.id())
                        .isBetween(least, most));
    }

    @Test
    void whatOneMachineCostsPerAcceleratorAndHourIsWithinReasonForAll() {
        assertThat(priced())
                .allSatisfy(offer -> assertThat(offer.pricePerAcceleratorHour()
                                .map(Money::amount)
                                .orElse(BigDecimal.ONE))
                        .as(offer.id())
                        .isBetween(new BigDecimal("0.005"), new BigDecimal("40")));
    }

    @Test
    void whatWeOwnIsComputedOrEstimatedAndNeverAListPrice() {
        assertThat(priced())
                .filteredOn(offer -> offer.model() == CommercialModel.OWNED)
                .isNotEmpty()
                .allSatisfy(offer -> {
                    assertThat(offer.basis()).isIn(PriceBasis.COMPUTED, PriceBasis.ESTIMATED);
                    assertThat(offer.ownership()).isPresent();
                });
    }

    @ParameterizedTest(name = "{0} has a priced offer of ours at {1}")
    @CsvSource({
        "digital-realty, COLOCATION",
        "equinix, COLOCATION",
        "own-premises, ON_PREMISES",
        "own-campus, ON_PREMISES",
        "own-edge, REGIONAL_EDGE",
        "own-device, DEVICE"
    })
    void everySiteOfOursIsPriced(String provider, String kind) {
        assertThat(priced())
                .filteredOn(offer -> offer.region().provider().id().equals(provider))
                .isNotEmpty()
                .allSatisfy(offer -> {
                    assertThat(offer.model()).isEqualTo(CommercialModel.OWNED);
                    assertThat(offer.region().provider().kind().name()).isEqualTo(kind);
                });
    }

    private static List<Offer> priced() {
        return OFFERS.stream().filter(offer -> offer.hourlyPrice().isPresent()).toList();
    }

    private static Map<String, BigDecimal> by(CommercialModel model) {
        return priced().stream()
                .filter(offer -> offer.model() == model)
                .collect(Collectors.toMap(CatalogHonestyTest::machine, CatalogHonestyTest::price, BigDecimal::max));
    }

    private static String machine(Offer offer) {
        return offer.region().id() + " " + offer.zone().orElse("") + " "
                + offer.instance().name();
    }

    private static BigDecimal price(Offer offer) {
        return offer.hourlyPrice().map(Money::amount).orElseThrow();
    }
}
