package dev.emplace.workload.domain.plan;

import static dev.emplace.workload.domain.plan.Plans.placement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.estimate.Choice;
import dev.emplace.workload.domain.estimate.EstimateRequest;
import dev.emplace.workload.domain.estimate.Estimates;
import dev.emplace.workload.domain.estimate.Figure;
import dev.emplace.workload.domain.policy.Policies;
import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Facts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a million tokens, or a run, costs at a place, and where nobody can know. */
class UnitPricesTest {
    private static final String HELSINKI = "offers/nebius.fi";

    private final World world = new World();

    private static Facts assistant() {
        return Facts.of(Activity.SERVING).model("Llama-3.1-70B").replicas(2);
    }

    private static Facts tuning() {
        return Facts.of(Activity.FINE_TUNING).model("Llama-3.1-8B");
    }

    private Optional<UnitPrice> price(Facts facts, String offer) {
        return placement(world.plan(facts), offer).unitPrice();
    }

    /** What EstimateFootprint says that a replica of so many H100 writes in a second. */
    private static Figure estimated(Facts facts, int accelerators) {
        Choice choice = new Choice(
                Kinds.H100.name(), Optional.of(accelerators), Optional.empty(), Optional.empty(), Optional.empty());
        return new Estimates(Policies.shipped())
                        .estimate(
                                World.reader().read(facts.known()),
                                Kinds.ALL,
                                new EstimateRequest(List.of(choice), Optional.empty(), Optional.empty(), Map.of()))
                        .accelerators()
                        .get(0)
                        .figures()
                        .stream()
                        .filter(figure -> figure.quantity() == Figure.Quantity.TOKENS_PER_SECOND)
                        .findFirst()
                        .orElseThrow();
    }

    private static BigDecimal perMillion(BigDecimal usd, double tokensPerSecond, double seconds) {
        return usd.movePointRight(6)
                .divide(
                        BigDecimal.valueOf(tokensPerSecond).multiply(BigDecimal.valueOf(seconds)),
                        9,
                        RoundingMode.HALF_EVEN);
    }

    private static void assertSame(BigDecimal actual, BigDecimal expected) {
        assertThat(actual.setScale(9, RoundingMode.HALF_EVEN)).isEqualByComparingTo(expected);
    }

    @Test
    void aMillionTokensCostTheTotalOverWhatTheEstimateSaysIsWritten() {
        Placement place = placement(world.plan(assistant()), HELSINKI);
        Figure each = estimated(assistant(), place.footprint().perReplica());
        BigDecimal total = place.cost().totalUsd();
        double seconds = 2 * 730 * 3_600.0;

        UnitPrice price = place.unitPrice().orElseThrow();

        assertThat(price.unit()).isEqualTo(UnitPrice.Unit.MILLION_TOKENS);
        assertSame(price.usd(), perMillion(total, each.expected(), seconds));
        assertSame(price.lowUsd(), perMillion(total, each.high(), seconds));
        assertSame(price.highUsd(), perMillion(total, each.low(), seconds));
        assertThat(price.lowUsd()).isLessThan(price.usd());
        assertThat(price.usd()).isLessThan(price.highUsd());
        assertThat(price.formula())
                .contains("USD 17228.00 / (", " x 2 replicas x 730 h x 3600 s/h x 100% busy)", each.formula());
    }

    @Test
    void halfAsBusyMakesATokenTwiceAsDear() {
        BigDecimal busy = price(assistant(), HELSINKI).orElseThrow().usd();
        BigDecimal half = price(assistant().busy(50), HELSINKI).orElseThrow().usd();
        assertSame(half, busy.multiply(BigDecimal.valueOf(2)).setScale(9, RoundingMode.HALF_EVEN));
    }

    @Test
    void inPausesOnlyWhatIsPaidAlwaysMakesATokenDearer() {
        Facts allDay = assistant();
        BigDecimal rented = price(allDay, HELSINKI).orElseThrow().usd();
        BigDecimal owned = price(allDay, "offers/hall").orElseThrow().usd();
        Facts halfOfTheDay = assistant().hoursOfAMonth(365);

        assertSame(price(halfOfTheDay, HELSINKI).orElseThrow().usd(), rented.setScale(9, RoundingMode.HALF_EVEN));
        assertSame(
                price(halfOfTheDay, "offers/hall").orElseThrow().usd(),
                owned.multiply(BigDecimal.valueOf(2)).setScale(9, RoundingMode.HALF_EVEN));
    }

    @Test
    void whatTheInputCostsToBringIsInThePriceOfATokenToo() {
        Facts brings = assistant().brings(10_000_000_000L).uplinkAt("2.36");
        // 10 GB an hour at 2.36 are as much again as the machines, 23.60 an hour.
        BigDecimal without = price(assistant(), HELSINKI).orElseThrow().usd();
        assertSame(
                price(brings, HELSINKI).orElseThrow().usd(),
                without.multiply(BigDecimal.valueOf(2)).setScale(9, RoundingMode.HALF_EVEN));
    }

    @Test
    void aModelOfUnknownSizeHasNoPriceOfATokenAndOneOfKnownSizeHas() {
        Facts unknown = Facts.of(Activity.SERVING).asks(8, "H100").replicas(1);
        assertThat(price(unknown, HELSINKI)).isEmpty();
        assertThat(price(unknown.parameters(70), HELSINKI)).isPresent();
    }

    @Test
    void aModelThatWritesNothingHasNoPriceOfAToken() {
        Facts vision = Facts.of(Activity.SERVING).model("resnet50").replicas(1).asks(1, "H100");
        assertThat(world.plan(vision).placements())
                .isNotEmpty()
                .allSatisfy(place -> assertThat(place.unitPrice()).isEmpty());
    }

    @Test
    void onADeviceWhatServesHasAPriceOfATokenAndWhatIsTrainedHasNone() {
        Facts serving = Facts.of(Activity.SERVING).parameters(3).replicas(1).onDevice();
        assertThat(price(serving, "offers/orin")).isPresent();
        Facts training = Facts.of(Activity.TRAINING).parameters(3).replicas(1).onDevice();
        assertThat(price(training, "offers/orin")).isEmpty();
    }

    @Test
    void aRunOfStatedLengthCostsItsTotalAndOneOfAssumedLengthHasNoPrice() {
        Placement stated = placement(world.plan(tuning().forHours(30)), "offers/aws.us.spot");
        UnitPrice price = stated.unitPrice().orElseThrow();
        assertThat(price.unit()).isEqualTo(UnitPrice.Unit.RUN);
        assertThat(price.usd()).isEqualByComparingTo("600.00");
        assertThat(price.lowUsd()).isEqualTo(price.highUsd());
        assertThat(price.formula())
                .isEqualTo(
                        "USD 600.00 for one run of 30 h, as stated; interruptions, which nobody states, come on top");
        assertThat(placement(world.plan(tuning().forHours(30)), HELSINKI)
                        .unitPrice()
                        .orElseThrow()
                        .formula())
                .isEqualTo("USD 708.00 for one run of 30 h, as stated");

        assertThat(price(tuning(), "offers/aws.us.spot")).isEmpty();
    }

    @Test
    void aBatchIsPricedByTheRunAndNotByTheToken() {
        Facts batch = Facts.of(Activity.BATCH_INFERENCE)
                .model("Llama-3.1-70B")
                .asks(8, "H100")
                .replicas(1)
                .forHours(10);
        assertThat(price(batch, "offers/aws.us.spot"))
                .hasValueSatisfying(price -> assertThat(price.unit()).isEqualTo(UnitPrice.Unit.RUN));
    }

    @Test
    void workOfManyRunsHasNoPriceOfOne() {
        Facts monthly = Facts.of(Activity.TRAINING)
                .recurring()
                .asks(8, "H100")
                .hoursOfAMonth(200)
                .forHours(8_760);
        assertThat(price(monthly, HELSINKI)).isEmpty();
        Facts search = Facts.of(Activity.EXPERIMENT).asks(8, "H100").forHours(24);
        assertThat(price(search, HELSINKI)).isEmpty();
        assertThat(price(tuning().forHours(730), HELSINKI)).isPresent();
        assertThat(price(tuning().forHours(730).hoursOfAMonth(100), HELSINKI)).isEmpty();
    }

    @Test
    void aPriceThatTellsNothingIsLeftOut() {
        assertThat(price(assistant().busy(1e-4).hoursOfAMonth(1e-3), "offers/hall"))
                .isEmpty();
    }
}
