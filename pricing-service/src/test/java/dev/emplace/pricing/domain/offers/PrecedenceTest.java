package dev.emplace.pricing.domain.offers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.Samples;
import dev.emplace.pricing.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    private static final String THING = "aws.us-east-2.p5-48xlarge.on-demand";
    private static final LocalDate JULY = LocalDate.of(2026, 7, 20);
    private static final Price PRICED = new Price.Hourly(new Money("USD", BigDecimal.TEN));
    private static final Price ABSENT = new Price.Absent(AbsenceReason.UNKNOWN, "blank");

    @Test
    void whatIsContractedCountsBeforeWhatTheSellerLists() {
        assertCounts(offer("contract", PriceBasis.CONTRACTED, Authority.AGGREGATOR, JULY, PRICED), provider());
    }

    @Test
    void theSellersOwnWordCountsBeforeACollectors() {
        assertCounts(provider(), aggregator(JULY.plusDays(9)));
    }

    @Test
    void aCollectorsWordCountsBeforeAnEstimateEvenOfTheSeller() {
        assertCounts(
                aggregator(JULY), offer("guess", PriceBasis.ESTIMATED, Authority.PROVIDER, JULY.plusDays(9), PRICED));
    }

    @Test
    void aPriceCountsBeforeNone() {
        assertCounts(aggregator(JULY), offer("blank", PriceBasis.CONTRACTED, Authority.PROVIDER, JULY, ABSENT));
    }

    @Test
    void ofEqualsTheLastSeenCounts() {
        assertCounts(offer("newer", PriceBasis.LIST, Authority.AGGREGATOR, JULY.plusDays(1), PRICED), aggregator(JULY));
    }

    @Test
    void otherThingsAreNoRivals() {
        var other = Samples.onDemand();
        assertThat(Precedence.counting(List.of(provider(), other))).containsExactly(provider(), other);
    }

    private static void assertCounts(Offer first, Offer second) {
        assertThat(Precedence.counting(List.of(first, second))).containsExactly(first);
        assertThat(Precedence.counting(List.of(second, first))).containsExactly(first);
    }

    private static Offer provider() {
        return offer("seller", PriceBasis.LIST, Authority.PROVIDER, JULY, PRICED);
    }

    private static Offer aggregator(LocalDate observed) {
        return offer("collector", PriceBasis.LIST, Authority.AGGREGATOR, observed, PRICED);
    }

    private static Offer offer(String source, PriceBasis basis, Authority authority, LocalDate observed, Price price) {
        var like = Samples.onDemand();
        return new Offer(
                OfferNames.id(THING, source),
                like.region(),
                like.zone(),
                like.instance(),
                like.model(),
                like.commitment(),
                like.minimumInstances(),
                price,
                basis,
                new Source("a list", observed, new Reading(authority, List.of(), Optional.empty())),
                like.ownership());
    }
}
