package dev.emplace.replay.domain;

import static dev.emplace.replay.domain.Listings.demand;
import static dev.emplace.replay.domain.Listings.listing;
import static dev.emplace.replay.domain.Listings.onDemand;
import static dev.emplace.replay.domain.Listings.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.replay.domain.Choice.Bases;
import dev.emplace.replay.domain.Choice.Basis;
import dev.emplace.replay.domain.Listing.Kind;
import dev.emplace.replay.domain.Listing.Sale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final Span DAY = new Span(0, 24 * 3600L);
    private static final Rework REWORK = new Rework(0.1, 0);

    @Test
    void aMachineIsPaidFromItsFirstWorkToItsLast() {
        Market market = market(listing("aws.us", Kind.HYPERSCALER, Sale.ON_DEMAND, 2000, 2));
        List<Workload> work = List.of(work("a", demand(), 0, 3), work("b", demand(), 1, 5));
        Run run = run(market, List.of(), work);
        assertThat(run.rentals()).hasSize(1);
        assertThat(total(run, work, market)).isEqualByComparingTo("10.00");
    }

    @Test
    void whatHasEndedMakesRoomForWhatBeginsThen() {
        Market market = market(onDemand("aws.us", 1));
        List<Workload> work = List.of(work("a", demand(), 0, 2), work("b", demand(), 2, 3));
        assertThat(total(run(market, List.of(), work), work, market)).isEqualByComparingTo("3.00");
    }

    @Test
    void idleStandingMachinesArePaidForTheWholeWindow() {
        Listing owned = listing("own.us", Kind.OWN_SITE, Sale.OWNED, 1000, 0.5);
        Market market = market(onDemand("aws.us", 1), owned);
        List<Workload> work = List.of(work("a", demand(), 0, 1));
        assertThat(total(run(market, List.of(owned), work), work, market)).isEqualByComparingTo("12.00");
    }

    @Test
    void aCommitmentIsPaidForItsWholeTerm() {
        Listing year = new Listing(
                "offers/aws.us",
                "aws",
                Kind.HYPERSCALER,
                false,
                Listings.T4,
                16L << 30,
                1000,
                16,
                64L << 30,
                Sale.COMMITTED,
                500_000_000,
                48 * 3600L);
        Market market = market(year);
        List<Workload> work = List.of(work("a", demand(), 0, 1));
        assertThat(total(run(market, List.of(year), work), work, market)).isEqualByComparingTo("24.00");
    }

    @Test
    void beyondTheQuotaTheNextCheapestIsTaken() {
        Market market = market(listing("crusoe.us", Kind.GPU_CLOUD, Sale.ON_DEMAND, 1000, 0.5), onDemand("aws.us", 1));
        List<Workload> work = List.of(work("a", demand(), 0, 1), work("b", demand(), 0, 1));
        Run run = new Simulation(cheapest(market), List.of(), Map.of("crusoe", 1), REWORK, DAY).run(work, done -> {});
        assertThat(run.rentals())
                .extracting(rental -> rental.listing().provider())
                .containsExactlyInAnyOrder("crusoe", "aws");
    }

    @Test
    void whatNothingMeetsStaysUnplaced() {
        List<Workload> work = List.of(work("a", demand(1000, false, true), 0, 1));
        assertThat(run(market(onDemand("aws.us", 1)), List.of(), work).unplaced())
                .isEqualTo(work);
    }

    @Test
    void interruptionsMakeSpotWorkLonger() {
        Market market = market(listing("gcp.us", Kind.HYPERSCALER, Sale.SPOT, 1000, 1));
        List<Workload> work = List.of(work("a", demand(1000, true, false), 0, 10));
        BigDecimal expected = BigDecimal.valueOf(10 * (Math.E - 1));
        assertThat(total(run(market, List.of(), work), work, market))
                .isCloseTo(expected, Offset.offset(new BigDecimal("0.01")));
    }

    @Test
    void workThatInterruptionsNeverLetEndIsNotPutOnSpot() {
        Market market = market(
                listing("gcp.us", Kind.HYPERSCALER, Sale.SPOT, 2000, 0.1),
                listing("aws.us", Kind.HYPERSCALER, Sale.ON_DEMAND, 1000, 1));
        // Billed hours of e^1000, while another's machine on spot has room.
        List<Workload> work = List.of(
                work("short", demand(1000, true, false), 0, 20), work("endless", demand(1000, true, false), 1, 10_001));

        Run run = run(market, List.of(), work);

        assertThat(run.rentals())
                .extracting(rental -> rental.listing().provider())
                .containsExactlyInAnyOrder("gcp", "aws");
        assertThat(total(run, work, market)).isGreaterThan(new BigDecimal("10000"));
        assertThat(ClairvoyantBound.of(work, market, REWORK))
                .isBetween(new BigDecimal("10000"), total(run, work, market));
    }

    @Test
    void noRunIsBelowTheClairvoyantBound() {
        Market market = market(listing("aws.us", Kind.HYPERSCALER, Sale.ON_DEMAND, 4000, 3), onDemand("gcp.us", 1));
        List<Workload> work = List.of(work("a", demand(), 0, 3), work("b", demand(2000, false, false), 1, 5));
        assertThat(total(run(market, List.of(), work), work, market))
                .isGreaterThanOrEqualTo(ClairvoyantBound.of(work, market, REWORK));
    }

    private static Run run(Market market, List<Listing> standing, List<Workload> work) {
        return new Simulation(cheapest(market), standing, Map.of(), REWORK, DAY).run(work, done -> {});
    }

    private static Policy cheapest(Market market) {
        return Choice.byHour(w -> market.rentable(w.demand()), new Bases(Basis.MACHINE, Basis.MACHINE));
    }

    private static BigDecimal total(Run run, List<Workload> work, Market market) {
        return Bill.of(run, work.stream().collect(Collectors.toMap(Workload::id, Function.identity())), market)
                .total();
    }

    private static Market market(Listing... listings) {
        return new Market(Stream.of(listings).toList(), Map.of());
    }
}
