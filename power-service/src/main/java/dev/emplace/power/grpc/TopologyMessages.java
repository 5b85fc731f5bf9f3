package dev.emplace.power.grpc;

import com.google.type.LatLng;
import dev.emplace.api.power.v1.CoolingKind;
import dev.emplace.api.power.v1.CoolingUnit;
import dev.emplace.api.power.v1.RackGroup;
import dev.emplace.api.power.v1.SiteKind;
import dev.emplace.api.power.v1.Topology;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.power.domain.topology.Schedule;
import dev.emplace.power.domain.topology.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Topologies between the contract and the domain. */
final class TopologyMessages {
    private TopologyMessages() {}

    static dev.emplace.power.domain.topology.Topology toDomain(Topology message) {
        List<dev.emplace.power.domain.topology.PowerNode> nodes = new ArrayList<>();
        for (int i = 0; i < message.getNodesCount(); i++) {
            nodes.add(NodeMessages.toDomain(message.getNodes(i), "topology.nodes[" + i + "]"));
        }
        List<dev.emplace.power.domain.topology.RackGroup> groups = new ArrayList<>();
        for (int i = 0; i < message.getRackGroupsCount(); i++) {
            groups.add(RackMessages.toDomain(message.getRackGroups(i), "topology.rack_groups[" + i + "]"));
        }
        return new dev.emplace.power.domain.topology.Topology(
                message.getDisplayName(),
                Choices.toDomain(dev.emplace.power.domain.topology.SiteKind.class, message.getKind(), "SITE_KIND_"),
                surroundings(message),
                nodes,
                message.getCoolingUnitsList().stream()
                        .map(TopologyMessages::unit)
                        .toList(),
                groups,
                message.hasFailureDuration()
                        ? Optional.of(Numbers.duration(message.getFailureDuration()))
                        : Optional.empty(),
                ScheduleMessages.toDomain(message.getSchedule()));
    }

    private static Surroundings surroundings(Topology message) {
        LatLng location = message.getLocation();
        if (!(Math.abs(location.getLatitude()) <= 90) || !(Math.abs(location.getLongitude()) <= 180)) {
            throw new InvalidFieldException(
                    "topology.location", "must be a latitude from -90 to 90 and a longitude from -180 to 180");
        }
        return new Surroundings(
                message.getCountry(),
                location.getLatitude(),
                location.getLongitude(),
                Numbers.usd(message.getEnergyUnitPrice(), "topology.energy_unit_price"),
                message.getGridGco2EPerKwh(),
                climate(message));
    }

    private static Optional<Surroundings.Climate> climate(Topology message) {
        if (message.hasDesignDryBulbCelsius() != message.hasMeanDryBulbCelsius()) {
            throw new InvalidFieldException(
                    "topology.mean_dry_bulb_celsius", "goes with design_dry_bulb_celsius: give both or neither");
        }
        if (!message.hasMeanDryBulbCelsius()) {
            return Optional.empty();
        }
        double design = Numbers.decimal(
                        message.getDesignDryBulbCelsius(), "topology.design_dry_bulb_celsius", "-60", "60")
                .doubleValue();
        double mean = Numbers.decimal(message.getMeanDryBulbCelsius(), "topology.mean_dry_bulb_celsius", "-60", "60")
                .doubleValue();
        if (mean > design) {
            throw new InvalidFieldException(
                    "topology.mean_dry_bulb_celsius",
                    "is " + mean + ", above the design day's " + design
                            + ": the mean of a year is below its hottest day");
        }
        return Optional.of(new Surroundings.Climate(design, mean));
    }

    private static dev.emplace.power.domain.topology.CoolingUnit unit(CoolingUnit message) {
        return new dev.emplace.power.domain.topology.CoolingUnit(
                message.getUnitId(),
                Choices.toDomain(
                        dev.emplace.power.domain.topology.CoolingKind.class, message.getKind(), "COOLING_KIND_"),
                message.getFedByList(),
                message.getRejectsToList(),
                message.getHeatWatts(),
                new dev.emplace.power.domain.topology.CoolingUnit.Draw(
                        message.getDrawWatts(), message.getConstantWatts(), message.getEconomiser()));
    }

    /** Without nodes, cooling and racks, for lists. */
    static Topology outline(dev.emplace.power.domain.topology.Topology topology) {
        return settings(topology).build();
    }

    static Topology toProto(dev.emplace.power.domain.topology.Topology topology) {
        Topology.Builder message = settings(topology);
        topology.nodes().forEach(node -> message.addNodes(NodeMessages.toProto(node)));
        topology.coolingUnits().forEach(unit -> message.addCoolingUnits(unit(unit)));
        for (dev.emplace.power.domain.topology.RackGroup group : topology.rackGroups()) {
            RackGroup translated = RackMessages.toProto(group);
            message.addRackGroups(translated);
        }
        if (!topology.schedule().equals(Schedule.NONE)) {
            message.setSchedule(ScheduleMessages.toProto(topology.schedule()));
        }
        return message.build();
    }

    private static Topology.Builder settings(dev.emplace.power.domain.topology.Topology topology) {
        Surroundings around = topology.surroundings();
        Topology.Builder message = Topology.newBuilder()
                .setDisplayName(topology.displayName())
                .setKind(Choices.toProto(SiteKind.class, topology.kind(), "SITE_KIND_"))
                .setCountry(around.country())
                .setLocation(location(around))
                .setEnergyUnitPrice(Numbers.usd(around.usdPerKilowattHour()))
                .setGridGco2EPerKwh(around.gramsCarbonPerKilowattHour());
        around.climate()
                .ifPresent(climate -> message.setDesignDryBulbCelsius(Numbers.decimal(climate.designCelsius(), 2))
                        .setMeanDryBulbCelsius(Numbers.decimal(climate.meanCelsius(), 2)));
        topology.failureDuration().ifPresent(lasts -> message.setFailureDuration(Numbers.duration(lasts)));
        return message;
    }

    static LatLng location(Surroundings around) {
        return LatLng.newBuilder()
                .setLatitude(around.latitude())
                .setLongitude(around.longitude())
                .build();
    }

    private static CoolingUnit unit(dev.emplace.power.domain.topology.CoolingUnit unit) {
        return CoolingUnit.newBuilder()
                .setUnitId(unit.id())
                .setKind(Choices.toProto(CoolingKind.class, unit.kind(), "COOLING_KIND_"))
                .addAllFedBy(unit.fedBy())
                .addAllRejectsTo(unit.rejectsTo())
                .setHeatWatts(unit.heatWatts())
                .setDrawWatts(unit.draw().watts())
                .setConstantWatts(unit.draw().constantWatts())
                .setEconomiser(unit.draw().economiser())
                .build();
    }
}
