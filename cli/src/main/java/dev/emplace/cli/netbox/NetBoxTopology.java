package dev.emplace.cli.netbox;

import com.google.type.Decimal;
import dev.emplace.api.power.v1.CoolingKind;
import dev.emplace.api.power.v1.CoolingUnit;
import dev.emplace.api.power.v1.PowerNode;
import dev.emplace.api.power.v1.PowerNodeKind;
import dev.emplace.api.power.v1.RackGroup;
import dev.emplace.api.power.v1.Topology;
import dev.emplace.cli.CliException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A site's topology as far as NetBox knows it, and in notes what it does not: to be read, mended and applied by a person.
 *
 * <p>A panel becomes a board; a feed becomes what its rack may take from that board; racks that are alike become a group.
 */
public final class NetBoxTopology {
    private static final int MOST_FEEDERS = 16;
    private static final int MOST_REASONS = 10;
    private static final String UNDERATED = "1";
    private static final String UTILITY = "utility";
    private static final List<String> COOLERS = List.of("cooling-1", "cooling-2");
    private static final List<String> BOARDS = List.of("mechanical-1", "mechanical-2");

    /** Ids that are made here, and so are not free for what people named. */
    static final Set<String> OWN = Set.of(UTILITY, COOLERS.get(0), COOLERS.get(1), BOARDS.get(0), BOARDS.get(1));

    private final NetBoxInventory inventory;
    private final Assumptions assumptions;
    private final NetBoxObject site;
    private final Names names = new Names();
    private final Notes notes = new Notes();
    private final Map<Long, String> boards = new TreeMap<>();
    private final Topology.Builder topology = Topology.newBuilder();

    private NetBoxTopology(NetBoxInventory inventory, Assumptions assumptions) {
        this.inventory = inventory;
        this.assumptions = assumptions;
        this.site = NetBoxSite.of(inventory, assumptions.site());
    }

    /**
     * What was made of it.
     *
     * @param notes what was left out, assumed or found amiss, a line each
     */
    public record Drawn(Topology topology, List<String> notes) {
        public Drawn {
            notes = List.copyOf(notes);
        }
    }

    public static Drawn draw(NetBoxInventory inventory, Assumptions assumptions) {
        return new NetBoxTopology(inventory, assumptions).draw();
    }

    private Drawn draw() {
        List<NetBoxRack> racks = new NetBoxRacks(inventory, site, assumptions, notes).read();
        surroundings();
        boards(racks.stream().flatMap(rack -> rack.feeds().stream()).toList());
        groups(racks);
        cooling();
        notes.assumed(assumptions);
        return new Drawn(topology.build(), notes.lines());
    }

    private void surroundings() {
        topology.setDisplayName(site.name())
                .setKind(assumptions.kind())
                .setCountry(assumptions.country())
                .setEnergyUnitPrice(assumptions.energyPrice())
                .setLocation(assumptions
                        .location()
                        .or(() -> NetBoxSite.location(site))
                        .orElseThrow(() -> new CliException("NetBox has no latitude and longitude of " + site.name()
                                + "; give --location LATITUDE,LONGITUDE")));
    }

    /** What a board may carry NetBox does not say: not more than its feeds, in any case. */
    private void boards(List<NetBoxRack.Feed> feeds) {
        Map<Long, Long> watts = new TreeMap<>();
        feeds.forEach(feed -> watts.merge(feed.panel(), feed.watts(), Long::sum));
        if (watts.isEmpty()) {
            throw new CliException("no rack of " + site.name() + " is left to make a topology of: "
                    + String.join(
                            "; ", notes.lines().stream().limit(MOST_REASONS).toList())
                    + ". Machines are named with --machine");
        }
        long all = watts.values().stream().mapToLong(Long::longValue).sum();
        if (!assumptions.separateUtilities()) {
            node(UTILITY, PowerNodeKind.POWER_NODE_KIND_UTILITY_FEED, List.of(), all);
        }
        watts.forEach((panel, most) -> {
            String name = inventory
                    .find(NetBoxInventory.PANELS, panel)
                    .map(NetBoxObject::name)
                    .orElse("panel " + panel);
            String id = names.unique(name);
            String utility = assumptions.separateUtilities() ? names.unique("utility " + name) : UTILITY;
            if (assumptions.separateUtilities()) {
                node(utility, PowerNodeKind.POWER_NODE_KIND_UTILITY_FEED, List.of(), most);
            }
            node(id, PowerNodeKind.POWER_NODE_KIND_SWITCHGEAR, List.of(utility), most);
            boards.put(panel, id);
            notes.say("node " + id + " is NetBox's panel " + name + "; its rating is the sum of its feeds, " + most
                    + " W");
        });
    }

    private void node(String id, PowerNodeKind kind, List<String> fedBy, long watts) {
        topology.addNodes(PowerNode.newBuilder()
                .setNodeId(id)
                .setKind(kind)
                .addAllFedBy(fedBy)
                .setRatedWatts(watts)
                .setDerate(Decimal.newBuilder().setValue(UNDERATED)));
    }

    private void groups(List<NetBoxRack> racks) {
        Map<NetBoxRack.Likeness, List<NetBoxRack>> alike = new LinkedHashMap<>();
        racks.forEach(rack ->
                alike.computeIfAbsent(rack.likeness(), any -> new ArrayList<>()).add(rack));
        alike.forEach((likeness, same) -> {
            String id = names.unique(
                    same.size() == 1
                            ? same.get(0).name()
                            : "racks like " + same.get(0).name());
            Set<String> fedBy = new TreeSet<>();
            likeness.panels().forEach(panel -> fedBy.add(boards.getOrDefault(panel, "")));
            topology.addRackGroups(RackGroup.newBuilder()
                    .setGroupId(id)
                    .setRackCount(same.size())
                    .addAllFedBy(fedBy)
                    .setFeedLimitWatts(likeness.feedWatts())
                    .addAllCooledBy(COOLERS)
                    .setAirLimitWatts(assumptions.rackAirWatts())
                    .addAllServers(likeness.servers()));
            for (int i = 0; i < same.size(); i++) {
                notes.say(
                        id + "/" + (i + 1) + " is NetBox's rack " + same.get(i).name());
            }
        });
    }

    /** Two units, each enough for all, on boards of their own: a placeholder that says so. */
    private void cooling() {
        long heat = topology.getRackGroupsList().stream()
                .mapToLong(group ->
                        group.getRackCount() * Math.min(group.getAirLimitWatts(), 2 * group.getFeedLimitWatts()))
                .sum();
        long draw =
                assumptions.coolingShare().multiply(BigDecimal.valueOf(heat)).longValue();
        List<String> utilities = new ArrayList<>();
        for (PowerNode.Builder node : topology.getNodesBuilderList()) {
            if (node.getKind() == PowerNodeKind.POWER_NODE_KIND_UTILITY_FEED && utilities.size() < MOST_FEEDERS) {
                node.setRatedWatts(node.getRatedWatts() + COOLERS.size() * draw);
                utilities.add(node.getNodeId());
            }
        }
        BOARDS.forEach(id ->
                node(id, PowerNodeKind.POWER_NODE_KIND_SWITCHGEAR, utilities, Math.max(1, COOLERS.size() * draw)));
        COOLERS.forEach(id -> topology.addCoolingUnits(CoolingUnit.newBuilder()
                .setUnitId(id)
                .setKind(CoolingKind.COOLING_KIND_DX)
                .addAllFedBy(BOARDS)
                .setHeatWatts(heat)
                .setDrawWatts(draw)));
    }
}
