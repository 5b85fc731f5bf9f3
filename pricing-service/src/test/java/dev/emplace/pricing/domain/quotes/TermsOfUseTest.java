package dev.emplace.pricing.domain.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.pricing.domain.ExchangeRateMissingException;
import dev.emplace.pricing.domain.OnDemandPriceMissingException;
import dev.emplace.pricing.domain.Samples;
import dev.emplace.pricing.domain.WorkNeverEndsException;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Commitment;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.domain.offers.Term;
import dev.emplace.pricing.domain.quotes.Interruptions.Checkpoints;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the terms of use add to a price: eight accelerators at 55.04 USD an hour for a month, unless said otherwise. */
class TermsOfUseTest {

    private static final Duration MONTH = Duration.ofHours(730);
    private static final Quoting QUOTING = new Quoting(Sites.NONE);

    @Test
    void machinesThatAreGivenBackAreNotPaidWhileIdle() {
        var kept = QUOTING.quote(Samples.onDemand(), usage("0.3", Terms.PLAIN));
        var released = QUOTING.quote(Samples.onDemand(), usage("0.3", Terms.PLAIN.releasing(true)));
        assertThat(kept.total()).isEqualTo(Money.usd("40179.2"));
        assertThat(released.total()).isEqualTo(Money.usd("12053.76"));
        assertThat(released.lines()).extracting(QuoteLine::kind).containsExactly(LineKind.COMPUTE);
    }

    @Test
    void ownedMachinesAndCommitmentsArePaidAllTheTime() {
        for (var offer : List.of(Samples.owned(), reserved("0"))) {
            assertThat(QUOTING.quote(offer, usage("0.3", Terms.PLAIN.releasing(true)))
                            .total())
                    .isEqualTo(QUOTING.quote(offer, usage("0.3", Terms.PLAIN)).total());
        }
    }

    @Test
    void spotPaysForTheWorkThatIsDoneAgain() {
        var quote = QUOTING.quote(spot(), usage("1", interrupted("0.8", Duration.ofMinutes(30))));
        var rework = quote.rework().orElseThrow();
        assertThat(amount(quote, LineKind.REWORK))
                .isEqualTo(Money.rounded("USD", new BigDecimal("40179.2").multiply(rework.billedShare())));
        assertThat(quote.notIncluded()).isEmpty();
    }

    @Test
    void spotWithoutARateNamesItsReworkAsNotIncluded() {
        assertThat(QUOTING.quote(spot(), usage("1", Terms.PLAIN)).notIncluded())
                .singleElement()
                .asString()
                .startsWith("rework");
    }

    @Test
    void onDemandIsNotInterrupted() {
        var quote = QUOTING.quote(Samples.onDemand(), usage("1", interrupted("0.8", Duration.ofMinutes(30))));
        assertThat(quote.rework()).isEmpty();
    }

    @Test
    void workThatNeverEndsIsRefused() {
        assertThatThrownBy(() -> QUOTING.quote(spot(), usage("1", interrupted("60", Duration.ofHours(10)))))
                .isInstanceOf(WorkNeverEndsException.class);
    }

    @Test
    void eachRunIsRoundedUpToTheIncrementAndTheMinimum() {
        // Ten runs of 73 hours and 10 runs of 80, in steps of 40 hours.
        var rounded = billed(new Billing(10, Duration.ofHours(40), Duration.ZERO, Duration.ZERO));
        assertThat(amount(rounded, LineKind.BILLING_INCREMENT)).isEqualTo(Money.usd("3852.8"));
        var minimum = billed(new Billing(10, Duration.ZERO, Duration.ofHours(74), Duration.ZERO));
        assertThat(amount(minimum, LineKind.BILLING_INCREMENT)).isEqualTo(Money.usd("550.4"));
    }

    @Test
    void capacityThatIsKeptBesideTheUseIsPaid() {
        var quote = billed(new Billing(1, Duration.ZERO, Duration.ZERO, Duration.ofHours(10)));
        assertThat(amount(quote, LineKind.IDLE_RESERVATION)).isEqualTo(Money.usd("550.4"));
    }

    @Test
    void dataIsStagedOnceAndStoredByTheMonth() {
        var data = new StoredData(1L << 40, Optional.of(Money.usd("0.02")), 2L << 40, Optional.of(Money.usd("0.023")));
        var quote = QUOTING.quote(Samples.onDemand(), usage("1", with(data, List.of())));
        assertThat(amount(quote, LineKind.STAGING)).isEqualTo(Money.usd("20.48"));
        assertThat(amount(quote, LineKind.STORAGE)).isEqualTo(Money.usd("47.104"));
    }

    @Test
    void dataWithoutAPriceIsNamed() {
        var data = new StoredData(1, Optional.empty(), 1, Optional.empty());
        assertThat(QUOTING.quote(Samples.onDemand(), usage("1", with(data, List.of())))
                        .notIncluded())
                .extracting(text -> text.substring(0, text.indexOf(':')))
                .containsExactly("staging", "storage");
    }

    @Test
    void aTaxIsOnAllLinesBeforeIt() {
        var surcharges = List.of(
                new Surcharge("support", new Surcharge.PerMonth(Money.usd("100"))),
                new Surcharge("licence", new Surcharge.PerAcceleratorHour(Money.usd("0.1"))),
                new Surcharge("agent", new Surcharge.PerMachineHour(Money.usd("0.01"))),
                new Surcharge("VAT", new Surcharge.Share(new BigDecimal("0.19"))));
        var quote = QUOTING.quote(Samples.onDemand(), usage("1", with(StoredData.NONE, surcharges)));
        assertThat(quote.lines())
                .filteredOn(line -> line.kind() == LineKind.SURCHARGE)
                .extracting(QuoteLine::amount)
                // 19% of 40179.20 + 100 + 584 + 7.30
                .containsExactly(Money.usd("100"), Money.usd("584"), Money.usd("7.3"), Money.usd("7765.395"));
    }

    @Test
    void aCommitmentIsHeldAgainstOnDemand() {
        // 55.04 USD with 12,000 upfront over 8,760 hours, against 80 on demand.
        var worth = quoteReserved("12000", "0.5", new CommitmentUse(BigDecimal.ONE, false, stated()))
                .worth()
                .orElseThrow();
        assertThat(worth.committed()).isEqualTo(Money.usd("56.409863014"));
        assertThat(worth.breakEven().doubleValue()).isBetween(0.70512, 0.70513);
        assertThat(worth.saving().isNegative()).isTrue();
        var busy = quoteReserved("12000", "1", new CommitmentUse(BigDecimal.ONE, false, stated()));
        assertThat(busy.worth().orElseThrow().saving().isPositive()).isTrue();
    }

    @Test
    void whatACommitmentDoesNotCoverIsPaidOnDemand() {
        var quote = quoteReserved("0", "1", new CommitmentUse(new BigDecimal("0.75"), false, stated()));
        // (0.75 x 55.04 + 0.25 x 80) x 730
        assertThat(quote.total()).isEqualTo(Money.usd("44734.4"));
    }

    @Test
    void aPartOfACommitmentNeedsThePriceOfTheRest() {
        assertThatThrownBy(() ->
                        quoteReserved("0", "1", new CommitmentUse(new BigDecimal("0.75"), false, Optional.empty())))
                .isInstanceOf(OnDemandPriceMissingException.class);
    }

    @Test
    void anOwnedCommitmentIsSunk() {
        var quote = quoteReserved("12000", "0.5", new CommitmentUse(BigDecimal.ONE, true, Optional.empty()));
        assertThat(quote.lines()).extracting(QuoteLine::kind).contains(LineKind.COMPUTE, LineKind.SUNK);
        assertThat(amount(quote, LineKind.SUNK).isNegative()).isTrue();
        assertThat(quote.total().amount().abs()).isLessThan(new BigDecimal("0.00000001"));
    }

    @Test
    void unitPricesFollowFromTheThroughput() {
        var throughput = new Throughput(
                Optional.of(new BigDecimal("10000")),
                Optional.of(new BigDecimal("20")),
                Optional.of(new BigDecimal("2")));
        var terms = new Terms(
                false, Optional.empty(), Billing.EXACT, StoredData.NONE, List.of(), throughput, CommitmentUse.FULL);
        var quote = QUOTING.quote(Samples.onDemand(), usage("0.5", terms));
        // 10,000 tokens x 3,600 s x 730 h x 0.5, in millions
        assertThat(quote.achieved())
                .extracting(each -> each.quantity().stripTrailingZeros().toPlainString())
                .containsExactly("13140", "26280000", "2");
    }

    @Test
    void linesInAnotherCurrencyAreConvertedAtTheRateOfADay() {
        var rates = new ExchangeRates(
                Map.of("EUR", new ExchangeRates.Rate(new BigDecimal("1.1"), LocalDate.of(2026, 11, 20))));
        var quote = new Quoting(Sites.NONE, rates, OnDemandPrices.UNKNOWN).quote(inEuros(), usage("1", Terms.PLAIN));
        assertThat(quote.total()).isEqualTo(Money.usd("44197.12"));
        assertThat(quote.lines().get(0).formula()).endsWith("* usd_per_eur");
        assertThat(quote.lines().get(0).inputs())
                .extracting(Input::source)
                .contains("rate of 2026-11-20 in the request");
    }

    @Test
    void currenciesAreNotAddedWithoutARate() {
        var surcharge = List.of(new Surcharge("support", new Surcharge.PerMonth(Money.usd("1"))));
        assertThatThrownBy(() -> QUOTING.quote(inEuros(), usage("1", with(StoredData.NONE, surcharge))))
                .isInstanceOf(ExchangeRateMissingException.class)
                .hasMessageContaining("EUR");
    }

    private static Optional<Money> stated() {
        return Optional.of(Money.usd("80"));
    }

    private static Quote billed(Billing billing) {
        var terms = new Terms(
                false, Optional.empty(), billing, StoredData.NONE, List.of(), Throughput.NONE, CommitmentUse.FULL);
        return QUOTING.quote(Samples.onDemand(), usage("1", terms));
    }

    private static Quote quoteReserved(String upfront, String utilization, CommitmentUse use) {
        var terms = new Terms(false, Optional.empty(), Billing.EXACT, StoredData.NONE, List.of(), Throughput.NONE, use);
        return QUOTING.quote(reserved(upfront), usage(utilization, terms));
    }

    private static Terms with(StoredData data, List<Surcharge> surcharges) {
        return new Terms(false, Optional.empty(), Billing.EXACT, data, surcharges, Throughput.NONE, CommitmentUse.FULL);
    }

    private static Terms interrupted(String rate, Duration interval) {
        var interruptions = new Interruptions(
                new BigDecimal(rate),
                Optional.of(new Checkpoints(Optional.of(interval), Duration.ofMinutes(6))),
                Duration.ofMinutes(15),
                Duration.ZERO);
        return new Terms(
                false,
                Optional.of(interruptions),
                Billing.EXACT,
                StoredData.NONE,
                List.of(),
                Throughput.NONE,
                CommitmentUse.FULL);
    }

    private static Usage usage(String utilization, Terms terms) {
        return new Usage(8, MONTH, new BigDecimal(utilization), EgressVolume.NONE, terms);
    }

    private static Offer spot() {
        var offer = Samples.onDemand();
        return Samples.rented(offer.id(), offer.region(), offer.instance(), CommercialModel.SPOT, 1, "55.04");
    }

    private static Offer reserved(String upfront) {
        return sold(
                CommercialModel.RESERVED,
                Optional.of(new Commitment(Term.ofMonths(12), Money.usd(upfront))),
                Money.usd("55.04"));
    }

    private static Offer inEuros() {
        return sold(CommercialModel.ON_DEMAND, Optional.empty(), new Money("EUR", new BigDecimal("55.04")));
    }

    private static Offer sold(CommercialModel model, Optional<Commitment> commitment, Money perHour) {
        var offer = Samples.onDemand();
        return new Offer(
                offer.id(),
                offer.region(),
                Optional.empty(),
                offer.instance(),
                model,
                commitment,
                1,
                new Price.Hourly(perHour),
                offer.basis(),
                offer.source(),
                Optional.empty());
    }

    private static Money amount(Quote quote, LineKind kind) {
        return quote.lines().stream()
                .filter(line -> line.kind() == kind)
                .map(QuoteLine::amount)
                .findFirst()
                .orElseThrow();
    }
}
