package dev.emplace.bench.power.site;

import dev.emplace.power.domain.topology.CoolingKind;
import dev.emplace.power.domain.topology.CoolingUnit;
import dev.emplace.power.domain.topology.Losses;
import dev.emplace.power.domain.topology.NodeKind;
import dev.emplace.power.domain.topology.PowerNode;
import dev.emplace.power.domain.topology.RackGroup;
import dev.emplace.power.domain.topology.Rating;
import dev.emplace.power.domain.topology.ServerSlot;
import dev.emplace.power.domain.topology.SiteKind;
import dev.emplace.power.domain.topology.Surroundings;
import dev.emplace.power.domain.topology.Topology;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A 2N site: rows of equal racks, each on a PDU of either side; rooms of five rows, each on a UPS of either side and two
 * coolers a row; a chiller plant that one chiller may leave.
 */
public final class SyntheticSite {
    /** What stands in the rows in turn, four machines a rack. */
    public static final List<String> ACCELERATORS =
            List.of("nvidia-h100-sxm-80gb", "nvidia-l40s-48gb", "nvidia-b200-sxm-180gb", "nvidia-h100-sxm-80gb");

    public static final int MACHINES_PER_RACK = 4;
    public static final int PER_MACHINE = 8;

    private static final long RACK_WATTS = 45_000;
    private static final int ROWS_PER_ROOM = 5;
    private static final int CHILLERS = 8;

    private final int rows;
    private final int racksPerRow;
    private final List<PowerNode> nodes = new ArrayList<>();
    private final List<CoolingUnit> units = new ArrayList<>();
    private final List<RackGroup> groups = new ArrayList<>();

    private SyntheticSite(int rows, int racksPerRow) {
        this.rows = rows;
        this.racksPerRow = racksPerRow;
    }

    public static Topology of(int rows, int racksPerRow) {
        return new SyntheticSite(rows, racksPerRow).build();
    }

    private Topology build() {
        long siteWatts = RACK_WATTS * rows * racksPerRow * 2;
        for (String side : List.of("a", "b")) {
            node("utility-" + side, NodeKind.UTILITY_FEED, List.of(), siteWatts, Losses.NONE);
            node("generator-" + side, NodeKind.GENERATOR, List.of(), siteWatts, Losses.NONE);
            node(
                    "board-" + side,
                    NodeKind.SWITCHGEAR,
                    List.of("utility-" + side, "generator-" + side),
                    siteWatts,
                    Losses.NONE);
        }
        chillers();
        for (int row = 0; row < rows; row++) {
            if (row % ROWS_PER_ROOM == 0) {
                room(row / ROWS_PER_ROOM);
            }
            row(row);
        }
        var surroundings = new Surroundings("US", 39, -77, new BigDecimal("0.08"), 350, Optional.empty());
        return new Topology("synthetic", SiteKind.COLOCATION, surroundings, nodes, units, groups, Optional.empty());
    }

    private void chillers() {
        long heat = RACK_WATTS * rows * racksPerRow * 2 / CHILLERS;
        for (int i = 0; i < CHILLERS; i++) {
            unit("chiller-" + i, CoolingKind.CHILLER, List.of("board-a", "board-b"), List.of(), heat, heat / 6);
        }
    }

    private void room(int room) {
        long watts = RACK_WATTS * ROWS_PER_ROOM * racksPerRow;
        for (String side : List.of("a", "b")) {
            node(
                    "ups-" + side + room,
                    NodeKind.UPS,
                    List.of("board-" + side),
                    watts,
                    new Losses(watts / 100, 0.01, 0.02 / watts));
        }
    }

    private void row(int row) {
        int room = row / ROWS_PER_ROOM;
        long watts = RACK_WATTS * racksPerRow;
        List<String> pdus = List.of("pdu-a" + row, "pdu-b" + row);
        node(pdus.get(0), NodeKind.PDU, List.of("ups-a" + room), watts, new Losses(0, 0.015, 0));
        node(pdus.get(1), NodeKind.PDU, List.of("ups-b" + room), watts, new Losses(0, 0.015, 0));
        List<String> chillers = units.stream()
                .filter(unit -> unit.kind() == CoolingKind.CHILLER)
                .map(CoolingUnit::id)
                .toList();
        List<String> coolers = List.of("cooler-" + row + "-0", "cooler-" + row + "-1");
        coolers.forEach(id -> unit(id, CoolingKind.IN_ROW, pdus, chillers, watts, watts / 40));
        groups.add(new RackGroup(
                "row-" + row,
                racksPerRow,
                pdus,
                RACK_WATTS,
                coolers,
                RACK_WATTS,
                0,
                List.of(new ServerSlot(
                        ACCELERATORS.get(row % ACCELERATORS.size()),
                        PER_MACHINE,
                        MACHINES_PER_RACK,
                        Optional.empty()))));
    }

    private void node(String id, NodeKind kind, List<String> fedBy, long watts, Losses losses) {
        Rating rating = new Rating(watts, BigDecimal.ONE, Rating.Side.OUTPUT);
        nodes.add(new PowerNode(id, kind, fedBy, rating, Optional.empty(), losses, List.of()));
    }

    private void unit(String id, CoolingKind kind, List<String> fedBy, List<String> rejectsTo, long heat, long draw) {
        units.add(new CoolingUnit(id, kind, fedBy, rejectsTo, heat, CoolingUnit.Draw.following(draw)));
    }
}
