package dev.emplace.replay.domain;

import static dev.emplace.replay.domain.Listings.demand;
import static dev.emplace.replay.domain.Listings.listing;
import static dev.emplace.replay.domain.Listings.onDemand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.emplace.replay.domain.Listing.Kind;
import dev.emplace.replay.domain.Listing.Sale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemandTest {

    @Test
    void onlyWhatMayBeInterruptedGoesToSpot() {
        Listing spot = listing("gcp.us", Kind.HYPERSCALER, Sale.SPOT, 1000, 0.2);
        assertThat(demand(1000, true, false).isMetBy(spot)).isTrue();
        assertThat(demand(1000, false, false).isMetBy(spot)).isFalse();
    }

    @Test
    void whatIsBoundToTheEuStaysThere() {
        assertThat(demand(1000, false, true).isMetBy(onDemand("aws.eu", 1))).isTrue();
        assertThat(demand(1000, false, true).isMetBy(onDemand("aws.us", 1))).isFalse();
    }

    @Test
    void aDeniedProviderDoesNotMeetIt() {
        Demand denying = new Demand(Set.of(Listings.T4), 1000, 0, 0, false, false, Set.of("aws"), 0);
        assertThat(denying.isMetBy(onDemand("aws.us", 1))).isFalse();
        assertThat(denying.isMetBy(onDemand("gcp.us", 1))).isTrue();
    }

    @Test
    void cpusAndMemoryMustBeThere() {
        Demand large = new Demand(Set.of(Listings.T4), 1000, 16_001, 0, false, false, Set.of(), 0);
        Demand heavy = new Demand(Set.of(Listings.T4), 1000, 0, (64L << 30) + 1, false, false, Set.of(), 0);
        assertThat(large.isMetBy(onDemand("aws.us", 1))).isFalse();
        assertThat(heavy.isMetBy(onDemand("aws.us", 1))).isFalse();
    }

    @Test
    void aPartOfACardTakesAllOfOneUnlessPartsAreSold() {
        Listing whole = onDemand("aws.us", 1);
        Listing half = listing("azure.us", Kind.HYPERSCALER, Sale.ON_DEMAND, 500, 0.5);
        Demand part = demand(460, false, false);
        assertThat(part.occupies(whole)).isEqualTo(1000);
        assertThat(part.occupies(half)).isEqualTo(500);
        assertThat(demand(600, false, false).isMetBy(half)).isFalse();
    }

    @Test
    void oneAndAHalfCardsAreNoDemand() {
        assertThatIllegalArgumentException().isThrownBy(() -> demand(1500, false, false));
    }
}
