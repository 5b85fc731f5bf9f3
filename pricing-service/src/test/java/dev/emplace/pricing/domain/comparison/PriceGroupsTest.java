package dev.emplace.pricing.domain.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.Samples;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Offer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PriceGroupsTest {

    private static final Set<CommercialModel> MODELS =
            EnumSet.of(CommercialModel.SPOT, CommercialModel.ON_DEMAND, CommercialModel.RESERVED);
    private static final Band SIXTY_TO_EIGHTY = new Band(new BigDecimal("0.6"), new BigDecimal("0.8"));

    @Test
    void discountsAreFromTheOnDemandPriceOfTheSameMachine() {
        // 55.04 on demand, and spot at 50%, 60%, 75%, 80% and nothing off.
        var discounts = group(offers("27.52", "22.016", "13.76", "11.008", "55.04"), CommercialModel.SPOT)
                .discounts()
                .orElseThrow();
        assertThat(discounts.count()).isEqualTo(5);
        assertThat(discounts.quantile(new BigDecimal("0.5"))).isEqualByComparingTo("0.6");
        assertThat(discounts.countOf(SIXTY_TO_EIGHTY, Band.Position.WITHIN)).isEqualTo(3);
        assertThat(discounts.countOf(SIXTY_TO_EIGHTY, Band.Position.BELOW)).isEqualTo(2);
        assertThat(discounts.countWithoutGain()).isEqualTo(1);
    }

    @Test
    void quartilesLieBetweenTwoValuesInProportion() {
        var prices = new Distribution(List.of(BigDecimal.ONE, BigDecimal.TEN));
        assertThat(prices.quantile(new BigDecimal("0.25"))).isEqualByComparingTo("3.25");
        assertThat(prices.quantile(BigDecimal.ZERO)).isEqualByComparingTo("1");
        assertThat(prices.quantile(BigDecimal.ONE)).isEqualByComparingTo("10");
    }

    @Test
    void aWayOfBuyingThatTheCatalogLacksIsAGroupWithoutData() {
        var reserved = group(offers("27.52"), CommercialModel.RESERVED);
        assertThat(reserved.prices()).isEmpty();
        assertThat(reserved.discounts()).isEmpty();
    }

    @Test
    void spotWithoutAnOnDemandPriceHasPricesButNoDiscount() {
        var alone = PriceGroups.of(offers("27.52").subList(1, 2), MODELS).stream()
                .filter(group -> group.key().model() == CommercialModel.SPOT)
                .findFirst()
                .orElseThrow();
        assertThat(alone.prices()).isPresent();
        assertThat(alone.discounts()).isEmpty();
    }

    private static PriceGroup group(List<Offer> offers, CommercialModel model) {
        return PriceGroups.of(offers, MODELS).stream()
                .filter(group -> group.key().model() == model)
                .findFirst()
                .orElseThrow();
    }

    /** The sample on demand, and the same machine as spot at these prices. */
    private static List<Offer> offers(String... spotPrices) {
        var onDemand = Samples.onDemand();
        var offers = new ArrayList<>(List.of(onDemand));
        for (int i = 0; i < spotPrices.length; i++) {
            offers.add(Samples.rented(
                    "spot-" + i, onDemand.region(), onDemand.instance(), CommercialModel.SPOT, 1, spotPrices[i]));
        }
        return offers;
    }
}
