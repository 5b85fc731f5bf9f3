package dev.emplace.pricing.domain.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.OnDemandPriceMissingException;
import dev.emplace.pricing.domain.RandomCatalog;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any offer and any usage. */
class QuotingPropertyTest {

    private static final ExchangeRates RATES = new ExchangeRates(
            Map.of("EUR", new ExchangeRates.Rate(new BigDecimal("1.0837"), LocalDate.of(2026, 11, 20))));

    private final Quoting quoting =
            new Quoting(Sites.NONE, RATES, offer -> Optional.of(priced(offer, CommercialModel.ON_DEMAND, "7.77")));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void linesAddUpAndEveryNameOfAFormulaIsAnInput(long seed) {
        var random = new Random(seed);
        int quoted = 0;
        for (var listed : offers(seed)) {
            var bound = random.nextBoolean() && listed.ownership().isEmpty();
            var offer = bound ? priced(listed, listed.model(), "3.141592653") : listed;
            var usage = usage(random);
            var quote = quote(offer, usage);
            if (quote.isEmpty()) {
                continue;
            }
            quoted++;
            var sum = quote.get().lines().stream()
                    .map(line -> line.amount().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(quote.get().total().amount())
                    .as("%s for %s", offer, usage)
                    .isEqualByComparingTo(sum);
            quote.get().lines().forEach(QuotingPropertyTest::requireNamedInputs);
        }
        assertThat(quoted).isGreaterThan(100);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void aDearerMachineIsNeverACheaperQuote(long seed) {
        var random = new Random(seed);
        for (var offer : offers(seed)) {
            if (offer.model() == CommercialModel.OWNED) {
                continue;
            }
            var usage = usage(random);
            var cheap = quote(priced(offer, offer.model(), "1.25"), usage);
            var dear = quote(priced(offer, offer.model(), "1.250000001"), usage);
            assertThat(cheap.isPresent()).isEqualTo(dear.isPresent());
            cheap.ifPresent(quote -> assertThat(dear.orElseThrow().total())
                    .as("%s for %s", offer, usage)
                    .isGreaterThanOrEqualTo(quote.total()));
        }
    }

    private static void requireNamedInputs(QuoteLine line) {
        var names = line.inputs().stream().map(Input::name).toList();
        for (var word : line.formula().split("[^a-z_]+", -1)) {
            assertThat(word.isEmpty() || word.equals("tiers") || word.equals("exp") || names.contains(word))
                    .as("%s in %s", word, line.formula())
                    .isTrue();
        }
    }

    private Optional<Quote> quote(Offer offer, Usage usage) {
        try {
            return Optional.of(quoting.quote(offer, usage));
        } catch (WorkNeverEndsException | OnDemandPriceMissingException unquotable) {
            // The second: a capacity block in another currency than what is on demand.
            return Optional.empty();
        }
    }

    private static List<Offer> offers(long seed) {
        return new RandomCatalog(seed, 3, 15)
                .offers(300).stream()
                        .filter(offer -> offer.pricePerAcceleratorHour().isPresent())
                        .toList();
    }

    /** The offer at another price; commitments get a term, which random offers lack. */
    private static Offer priced(Offer offer, CommercialModel model, String perHour) {
        var bound = model == CommercialModel.RESERVED || model == CommercialModel.SAVINGS_PLAN;
        return new Offer(
                offer.id(),
                offer.region(),
                Optional.empty(),
                offer.instance(),
                model,
                bound ? Optional.of(new Commitment(Term.ofMonths(12), Money.usd("1234.567"))) : Optional.empty(),
                offer.minimumInstances(),
                new Price.Hourly(Money.usd(perHour)),
                offer.basis(),
                offer.source(),
                Optional.empty());
    }

    private static Usage usage(Random random) {
        return new Usage(
                1 + random.nextInt(40),
                Duration.ofSeconds(1 + random.nextInt(10_000_000)),
                BigDecimal.valueOf(1 + random.nextInt(1000), 3),
                random.nextInt(3) == 0
                        ? EgressVolume.NONE
                        : new EgressVolume(random.nextInt(Integer.MAX_VALUE), random.nextInt(Integer.MAX_VALUE)),
                terms(random));
    }

    private static Terms terms(Random random) {
        return new Terms(
                random.nextBoolean(),
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of(interruptions(random)),
                new Billing(
                        1 + random.nextInt(20),
                        Duration.ofSeconds(random.nextInt(3) * 1800L),
                        Duration.ofSeconds(random.nextInt(7200)),
                        Duration.ofSeconds(random.nextInt(2) * 3600L)),
                new StoredData(
                        random.nextInt(Integer.MAX_VALUE),
                        Optional.of(Money.usd("0.021")),
                        random.nextInt(Integer.MAX_VALUE),
                        random.nextBoolean() ? Optional.empty() : Optional.of(Money.usd("0.023"))),
                surcharges(random),
                Throughput.NONE,
                new CommitmentUse(BigDecimal.valueOf(1 + random.nextInt(100), 2), false, Optional.empty()));
    }

    private static List<Surcharge> surcharges(Random random) {
        var surcharges = new ArrayList<Surcharge>();
        if (random.nextBoolean()) {
            surcharges.add(new Surcharge("licence", new Surcharge.PerAcceleratorHour(Money.usd("0.123456789"))));
        }
        if (random.nextBoolean()) {
            surcharges.add(new Surcharge("tax", new Surcharge.Share(BigDecimal.valueOf(random.nextInt(400), 3))));
        }
        return surcharges;
    }

    private static Interruptions interruptions(Random random) {
        var rate = BigDecimal.valueOf(1 + random.nextInt(500), 4);
        var checkpoints = random.nextInt(4) == 0
                ? Optional.<Checkpoints>empty()
                : Optional.of(new Checkpoints(
                        random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(Duration.ofSeconds(60 + random.nextInt(20_000))),
                        Duration.ofSeconds(1 + random.nextInt(900))));
        return new Interruptions(
                rate, checkpoints, Duration.ofSeconds(random.nextInt(1800)), Duration.ofSeconds(random.nextInt(1800)));
    }
}
