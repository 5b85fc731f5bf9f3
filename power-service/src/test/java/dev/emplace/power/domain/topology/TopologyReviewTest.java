package dev.emplace.power.domain.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopologyReviewTest {
    private final TopologyReview review = new TopologyReview("nvidia-h100-sxm-80gb"::equals);

    @Test
    void soundSiteHasNoFinding() {
        assertThat(review.review(
                        site(List.of(utility(), pdu("pdu-a", "utility")), List.of(crah("pdu-a")), row("pdu-a"))))
                .isEmpty();
    }

    @Test
    void everyFaultIsListedAtOnceWithItsField() {
        Topology topology = site(
                List.of(
                        utility(),
                        pdu("pdu-a", "nowhere"),
                        node("orphan", NodeKind.PDU, 1_000_000, List.of()),
                        node("fed", NodeKind.GENERATOR, 1_000_000, List.of("utility")),
                        pdu("pdu-a", "utility")),
                List.of(crah("lost")),
                row("gone"));
        assertThat(review.review(topology).stream().filter(Finding::isError).map(Finding::field))
                .containsExactlyInAnyOrder(
                        "nodes[4].node_id",
                        "nodes[1].fed_by[0]",
                        "nodes[2].fed_by",
                        "nodes[3].fed_by",
                        "cooling_units[0].fed_by[0]",
                        "rack_groups[0].fed_by[0]");
    }

    @Test
    void circleOfPowerIsNamed() {
        Topology topology = site(
                List.of(
                        utility(),
                        node("a", NodeKind.PDU, 1_000, List.of("b")),
                        node("b", NodeKind.PDU, 1_000, List.of("a", "utility"))),
                List.of(crah("a")),
                row("b"));
        assertThat(review.review(topology))
                .anySatisfy(finding -> assertThat(finding.message()).contains("a <- b <- a"));
    }

    @Test
    void circleOfHeatIsNamed() {
        var one = new CoolingUnit(
                "one", CoolingKind.CRAH, List.of("pdu-a"), List.of("two"), 1_000, CoolingUnit.Draw.following(10));
        var two = new CoolingUnit(
                "two", CoolingKind.CHILLER, List.of("pdu-a"), List.of("one"), 1_000, CoolingUnit.Draw.following(10));
        Topology topology =
                site(List.of(utility(), pdu("pdu-a", "utility")), List.of(crah("pdu-a"), one, two), row("pdu-a"));
        assertThat(review.review(topology))
                .anySatisfy(finding -> assertThat(finding.message()).contains("one -> two -> one"));
    }

    @Test
    void liquidLimitWithoutALiquidUnitIsAnError() {
        RackGroup row = new RackGroup("row", 1, List.of("pdu-a"), 10_000, List.of("crah"), 10_000, 5_000, List.of());
        assertThat(review.review(site(List.of(utility(), pdu("pdu-a", "utility")), List.of(crah("pdu-a")), row)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.field()).isEqualTo("rack_groups[0].cooled_by"));
    }

    @Test
    void unitThatNeedsMoreThanItDrawsOrEconomisesWithoutACompressorIsAnError() {
        var fan = new CoolingUnit(
                "fan", CoolingKind.CRAH, List.of("pdu-a"), List.of(), 1_000, new CoolingUnit.Draw(10, 11, true));
        Topology topology =
                site(List.of(utility(), pdu("pdu-a", "utility")), List.of(crah("pdu-a"), fan), row("pdu-a"));
        assertThat(review.review(topology))
                .extracting(Finding::field)
                .containsExactly("cooling_units[1].constant_watts", "cooling_units[1].economiser");
    }

    @Test
    void nodeRatedAboveItsFeederIsOnlyAWarning() {
        Topology topology = site(
                List.of(utility(), node("pdu-a", NodeKind.PDU, 9_000_000, List.of("utility"))),
                List.of(crah("pdu-a")),
                row("pdu-a"));
        assertThat(review.review(topology)).singleElement().satisfies(finding -> {
            assertThat(finding.isError()).isFalse();
            assertThat(finding.field()).isEqualTo("nodes[1].rated_watts");
        });
    }

    @Test
    void emergencyBelowTheContinuousLimitIsAnError() {
        PowerNode pdu = new PowerNode(
                "pdu-a",
                NodeKind.PDU,
                List.of("utility"),
                rating(100_000),
                Optional.of(new EmergencyLimit(90_000, Duration.ofHours(1))),
                Losses.NONE,
                List.of());
        assertThat(review.review(site(List.of(utility(), pdu), List.of(crah("pdu-a")), row("pdu-a"))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.field()).isEqualTo("nodes[1].emergency_watts"));
    }

    @Test
    void longChainEndsWithoutRecursion() {
        List<PowerNode> chain = new java.util.ArrayList<>(List.of(utility()));
        for (int i = 0; i < 20_000; i++) {
            chain.add(node("n" + i, NodeKind.BUSWAY, 1_000_000, List.of(i == 0 ? "utility" : "n" + (i - 1))));
        }
        assertThat(review.review(site(chain, List.of(crah("n19999")), row("n19999"))))
                .isEmpty();
    }

    @Test
    void derateFollowsCodeAndKind() {
        assertThat(ElectricalCode.NEC.derateOf(NodeKind.PDU)).isEqualByComparingTo("0.8");
        assertThat(ElectricalCode.NEC.derateOf(NodeKind.UPS)).isEqualByComparingTo("1");
        assertThat(ElectricalCode.IEC.derateOf(NodeKind.PDU)).isEqualByComparingTo("1");
        assertThat(new Rating(100_001, new BigDecimal("0.8"), Rating.Side.OUTPUT).continuousWatts())
                .isEqualTo(80_000);
    }

    private static Topology site(List<PowerNode> nodes, List<CoolingUnit> units, RackGroup row) {
        var surroundings = new Surroundings("US", 39, -77, BigDecimal.ONE, 0, Optional.empty());
        return new Topology("test", SiteKind.COLOCATION, surroundings, nodes, units, List.of(row), Optional.empty());
    }

    private static PowerNode utility() {
        return node("utility", NodeKind.UTILITY_FEED, 1_000_000, List.of());
    }

    private static PowerNode pdu(String id, String feeder) {
        return node(id, NodeKind.PDU, 100_000, List.of(feeder));
    }

    private static PowerNode node(String id, NodeKind kind, long watts, List<String> fedBy) {
        return new PowerNode(id, kind, fedBy, rating(watts), Optional.empty(), Losses.NONE, List.of());
    }

    private static Rating rating(long watts) {
        return new Rating(watts, BigDecimal.ONE, Rating.Side.OUTPUT);
    }

    private static CoolingUnit crah(String feeder) {
        return new CoolingUnit(
                "crah", CoolingKind.CRAH, List.of(feeder), List.of(), 100_000, CoolingUnit.Draw.following(1_000));
    }

    private static RackGroup row(String feeder) {
        return new RackGroup("row", 2, List.of(feeder), 10_000, List.of("crah"), 10_000, 0, List.of());
    }
}
