package dev.emplace.power.grpc;

import com.google.type.Decimal;
import com.google.type.LatLng;
import com.google.type.Money;
import dev.emplace.api.power.v1.CoolingKind;
import dev.emplace.api.power.v1.CoolingUnit;
import dev.emplace.api.power.v1.ElectricalCode;
import dev.emplace.api.power.v1.Loss;
import dev.emplace.api.power.v1.PowerNode;
import dev.emplace.api.power.v1.PowerNodeKind;
import dev.emplace.api.power.v1.PowerSupply;
import dev.emplace.api.power.v1.RackGroup;
import dev.emplace.api.power.v1.ServerSlot;
import dev.emplace.api.power.v1.SiteKind;
import dev.emplace.api.power.v1.Topology;
import java.util.List;

/** Small sites to test with. */
final class TestSites {
    static final String H100 = "nvidia-h100-sxm-80gb";

    private TestSites() {}

    /** Two paths of so many watts each, behind one utility each; machines of 8 x H100, two in each of four racks. */
    static Topology twoPaths(long upsWatts) {
        return Topology.newBuilder()
                .setDisplayName("two paths")
                .setKind(SiteKind.SITE_KIND_COLOCATION)
                .setCountry("US")
                .setLocation(LatLng.newBuilder().setLatitude(39).setLongitude(-77))
                .setEnergyUnitPrice(Money.newBuilder().setCurrencyCode("USD").setNanos(90_000_000))
                .setDesignDryBulbCelsius(Decimal.newBuilder().setValue("38"))
                .setMeanDryBulbCelsius(Decimal.newBuilder().setValue("13"))
                .addNodes(node("utility-a", PowerNodeKind.POWER_NODE_KIND_UTILITY_FEED, 500_000))
                .addNodes(node("utility-b", PowerNodeKind.POWER_NODE_KIND_UTILITY_FEED, 500_000))
                .addNodes(node("ups-a", PowerNodeKind.POWER_NODE_KIND_UPS, upsWatts, "utility-a"))
                .addNodes(node("ups-b", PowerNodeKind.POWER_NODE_KIND_UPS, upsWatts, "utility-b"))
                .addCoolingUnits(crah("crah-1"))
                .addCoolingUnits(crah("crah-2"))
                .addRackGroups(row(List.of("ups-a", "ups-b"), 3_300))
                .build();
    }

    static RackGroup row(List<String> fedBy, long supplyWatts) {
        return RackGroup.newBuilder()
                .setGroupId("row-a")
                .setRackCount(4)
                .addAllFedBy(fedBy)
                .setFeedLimitWatts(20_000)
                .addCooledBy("crah-1")
                .addCooledBy("crah-2")
                .setAirLimitWatts(20_000)
                .addServers(ServerSlot.newBuilder()
                        .setAccelerator(H100)
                        .setAcceleratorsPerServer(8)
                        .setServerCount(2)
                        .setPowerSupply(
                                PowerSupply.newBuilder().setSupplyCount(6).setSupplyWatts(supplyWatts)))
                .build();
    }

    static PowerNode node(String id, PowerNodeKind kind, long watts, String... fedBy) {
        return PowerNode.newBuilder()
                .setNodeId(id)
                .setKind(kind)
                .setRatedWatts(watts)
                .setCode(ElectricalCode.ELECTRICAL_CODE_IEC)
                .addAllFedBy(List.of(fedBy))
                .setLoss(Loss.newBuilder()
                        .setNoLoadWatts(fedBy.length == 0 ? 0 : 200)
                        .setProportional(Decimal.newBuilder().setValue(fedBy.length == 0 ? "0" : "0.02")))
                .build();
    }

    private static CoolingUnit crah(String id) {
        return CoolingUnit.newBuilder()
                .setUnitId(id)
                .setKind(CoolingKind.COOLING_KIND_CRAH)
                .addFedBy("utility-a")
                .addFedBy("utility-b")
                .setHeatWatts(200_000)
                .setDrawWatts(5_000)
                .build();
    }
}
