package dev.emplace.pricing.domain.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.pricing.domain.Samples;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.places.ProviderKind;
import dev.emplace.pricing.domain.places.Region;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfferTest {

    private static final Region VIRGINIA =
            Samples.region(Samples.provider("aws", ProviderKind.HYPERSCALER), "us-east-1", "US", Optional.empty());

    @Test
    void anAcceleratorsPriceIncludesItsShareOfTheMachine() {
        assertThat(Samples.onDemand().pricePerAcceleratorHour()).contains(Money.usd("6.88"));
    }

    @Test
    void aFractionOfAnAcceleratorIsPricedByTheWhole() {
        var eighth = Samples.rented(
                "aws.us-east-1.g6f-large.on-demand",
                VIRGINIA,
                Samples.instance("g6f.large", Samples.accelerator("nvidia-l4-24gb", 24), "0.125"),
                CommercialModel.ON_DEMAND,
                1,
                "0.202");
        assertThat(eighth.pricePerAcceleratorHour()).contains(Money.usd("1.616"));
    }

    @Test
    void zeroIsNoPrice() {
        assertThatThrownBy(() -> new Price.Hourly(Money.usd("0"))).hasMessageContaining("must be above zero");
    }

    @Test
    void onlyWhatIsOwnedHasACostOfOwnership() {
        assertThatThrownBy(() -> Samples.rented(
                        "aws.x", VIRGINIA, Samples.instance("x", Samples.H100, "8"), CommercialModel.OWNED, 1, "1"))
                .hasMessageContaining("belongs to OWNED offers");
    }

    @Test
    void fewerThanOneMachineCannotBeSold() {
        assertThatThrownBy(() -> Samples.rented(
                        "aws.x", VIRGINIA, Samples.instance("x", Samples.H100, "8"), CommercialModel.SPOT, 0, "1"))
                .hasMessageContaining("minimum_instances is 0");
    }
}
