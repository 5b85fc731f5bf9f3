package dev.emplace.power.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.type.Decimal;
import com.google.type.Money;
import dev.emplace.api.power.v1.CoolingKind;
import dev.emplace.api.power.v1.CoolingPower;
import dev.emplace.api.power.v1.CoolingUnit;
import dev.emplace.api.power.v1.EnergyHour;
import dev.emplace.api.power.v1.EstimateEnergyCostRequest;
import dev.emplace.api.power.v1.EstimateFacilityPowerRequest;
import dev.emplace.api.power.v1.EstimateFacilityPowerResponse;
import dev.emplace.api.power.v1.FacilityPower;
import dev.emplace.api.power.v1.GetSiteRequest;
import dev.emplace.api.power.v1.ItLoad;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FacilityTest {
    @ParameterizedTest
    @ValueSource(strings = {"abilene-campus", "ashburn-colo", "berlin-room", "frankfurt-liquid", "munich-edge"})
    void partsAddUpAndNeitherHeatNorLoadLowersWhatIsTakenIn(String bundled) {
        try (PowerClient client = new PowerClient()) {
            String site = site(client, bundled);
            long rated = rated(client, site);
            FacilityPower before = FacilityPower.getDefaultInstance();
            for (int percent = 10; percent <= 100; percent += 30) {
                EstimateFacilityPowerResponse answer = client.energy.estimateFacilityPower(
                        power(site, rated * percent / 100, List.of("-20", "0", "7.5", "15", "22", "35", "45")));
                FacilityPower colder = FacilityPower.getDefaultInstance();
                for (FacilityPower at : answer.getAtList()) {
                    assertThat(at.getTotalWatts())
                            .isEqualTo(at.getItWatts()
                                    + at.getLossWatts()
                                    + at.getCoolingList().stream()
                                            .mapToLong(CoolingPower::getWatts)
                                            .sum());
                    assertThat(at.getTotalWatts()).isGreaterThanOrEqualTo(colder.getTotalWatts());
                    colder = at;
                }
                FacilityPower day = answer.getDesignDay();
                assertThat(day.getTotalWatts()).isGreaterThan(before.getTotalWatts());
                assertThat(answer.getYearMean().getTotalWatts()).isLessThanOrEqualTo(day.getTotalWatts());
                before = day;
            }
        }
    }

    @Test
    void aPassiveLoopThatNothingHeatsTakesNothing() {
        try (PowerClient client = new PowerClient()) {
            String site = client.newSite(TestSites.twoPaths(100_000).toBuilder()
                    .addCoolingUnits(idle("door-1", CoolingKind.COOLING_KIND_REAR_DOOR)
                            .setDrawWatts(0)
                            .addRejectsTo("dry-1"))
                    .addCoolingUnits(
                            idle("dry-1", CoolingKind.COOLING_KIND_DRY_COOLER).setDrawWatts(1_000))
                    .build());
            FacilityPower day = client.energy
                    .estimateFacilityPower(power(site, 20_000, List.of()))
                    .getDesignDay();
            assertThat(day.getTotalWatts()).isBetween(20_000L, 60_000L);
            assertThat(client.sites
                            .getSite(GetSiteRequest.newBuilder().setName(site).build())
                            .getSite()
                            .getName())
                    .isEqualTo(site);
        }
    }

    @Test
    void towersFollowTheWetBulbAndTakeWater() {
        try (PowerClient client = new PowerClient()) {
            EstimateFacilityPowerRequest saturated =
                    power(site(client, "abilene-campus"), 50_000_000, List.of("40", "40"));
            EstimateFacilityPowerResponse answer = client.energy.estimateFacilityPower(saturated.toBuilder()
                    .addAllOutdoorRelativeHumidity(List.of(14, 100))
                    .build());
            FacilityPower dry = answer.getAt(0);
            assertThat(Double.parseDouble(dry.getOutdoorWetBulbCelsius().getValue()))
                    .isCloseTo(20, within(0.2));
            assertThat(dry.getTotalWatts()).isLessThan(answer.getAt(1).getTotalWatts());
            assertThat(answer.getAt(1).getTotalWatts())
                    .isEqualTo(client.energy
                            .estimateFacilityPower(saturated)
                            .getAt(1)
                            .getTotalWatts());
            assertThat(Double.parseDouble(dry.getWue().getValue())).isBetween(1.9, 2.4);
        }
    }

    @Test
    void humiditiesGoWithTemperatures() {
        try (PowerClient client = new PowerClient()) {
            String site = site(client, "munich-edge");
            assertThat(GrpcError.from(() -> client.energy.estimateFacilityPower(
                                    power(site, 1_000, List.of("20", "30")).toBuilder()
                                            .addOutdoorRelativeHumidity(50)
                                            .build()))
                            .code())
                    .isEqualTo(Status.Code.INVALID_ARGUMENT);
        }
    }

    private static CoolingUnit.Builder idle(String id, CoolingKind kind) {
        return CoolingUnit.newBuilder()
                .setUnitId(id)
                .setKind(kind)
                .addFedBy("utility-a")
                .setHeatWatts(50_000);
    }

    @Test
    void aHallAtATenthOfItsLoadRunsAFewOfItsChillers() {
        try (PowerClient client = new PowerClient()) {
            String site = site(client, "ashburn-colo");
            long rated = rated(client, site);
            FacilityPower tenth = client.energy
                    .estimateFacilityPower(power(site, rated / 10, List.of()))
                    .getDesignDay();
            FacilityPower full = client.energy
                    .estimateFacilityPower(power(site, rated, List.of()))
                    .getDesignDay();
            // The chillers' share of the load stays within a third of what it is when all of them run.
            assertThat((double) chillers(tenth) / tenth.getItWatts())
                    .isLessThan(1.34 * chillers(full) / full.getItWatts());
        }
    }

    private static long chillers(FacilityPower power) {
        return power.getCoolingList().stream()
                .filter(part -> part.getKind() == CoolingKind.COOLING_KIND_CHILLER)
                .mapToLong(CoolingPower::getWatts)
                .sum();
    }

    @Test
    void hoursAddUpToTheBillAtTheirOwnPricesCarbonAndWeather() {
        try (PowerClient client = new PowerClient()) {
            String site = site(client, "ashburn-colo");
            EnergyHour cold = hour("0", 0, 50_000_000, 400);
            EnergyHour hot = hour("35", 0, -20_000_000, 100);
            var bill = client.energy.estimateEnergyCost(EstimateEnergyCostRequest.newBuilder()
                    .setSite(site)
                    .setLoad(ItLoad.newBuilder().setWatts(1_000_000))
                    .addHours(cold)
                    .addHours(hot)
                    .build());
            var first = bill.getHours(0);
            var second = bill.getHours(1);
            assertThat(second.getFacilityWattHours()).isGreaterThan(first.getFacilityWattHours());
            assertThat(first.getFacilityWattHours()).isGreaterThan(1_000_000);
            assertThat(nanos(first.getCost())).isEqualTo(first.getFacilityWattHours() * 50_000);
            assertThat(nanos(second.getCost())).isEqualTo(second.getFacilityWattHours() * -20_000);
            assertThat(nanos(bill.getCost())).isEqualTo(nanos(first.getCost()) + nanos(second.getCost()));
            long grams = first.getFacilityWattHours() * 400 + second.getFacilityWattHours() * 100;
            assertThat(Double.parseDouble(bill.getKgco2E().getValue())).isEqualTo(grams / 1e6);
        }
    }

    @Test
    void hoursThatSayNothingTakeTheSitesOwnPriceAndYear() {
        try (PowerClient client = new PowerClient()) {
            String site = site(client, "ashburn-colo");
            var year = client.energy.estimateFacilityPower(power(site, 1_000_000, List.of()));
            var bill = client.energy.estimateEnergyCost(EstimateEnergyCostRequest.newBuilder()
                    .setSite(site)
                    .setLoad(ItLoad.newBuilder().setWatts(1_000_000))
                    .addHours(EnergyHour.getDefaultInstance())
                    .build());
            assertThat(bill.getHours(0).getFacilityWattHours())
                    .isCloseTo(year.getYearMean().getTotalWatts(), within(5L));
            assertThat(nanos(bill.getCost())).isPositive();
        }
    }

    @Test
    void whatTheSiteCannotCarryAndWhatNoThermometerShowsIsRefusedByItsField() {
        try (PowerClient client = new PowerClient()) {
            String site = site(client, "berlin-room");
            assertThat(GrpcError.from(() -> client.energy.estimateFacilityPower(power(site, 9_000_000_000L, List.of())))
                            .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                            .fields())
                    .containsExactly("load.watts");
            assertThat(GrpcError.from(() -> client.energy.estimateFacilityPower(power(site, 1_000, List.of("400"))))
                            .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                            .fields())
                    .containsExactly("outdoor_celsius[0]");
            GrpcError.from(() -> client.energy.estimateFacilityPower(power("sites/nowhere", 1_000, List.of())))
                    .is(Status.Code.NOT_FOUND, "UNKNOWN_SITE");
        }
    }

    private static long nanos(Money money) {
        return money.getUnits() * 1_000_000_000 + money.getNanos();
    }

    private static EnergyHour hour(String celsius, long units, int nanos, int grams) {
        return EnergyHour.newBuilder()
                .setOutdoorCelsius(Decimal.newBuilder().setValue(celsius))
                .setUnitPrice(Money.newBuilder()
                        .setCurrencyCode("USD")
                        .setUnits(units)
                        .setNanos(nanos))
                .setGco2EPerKwh(grams)
                .build();
    }

    private static EstimateFacilityPowerRequest power(String site, long watts, List<String> temperatures) {
        return EstimateFacilityPowerRequest.newBuilder()
                .setSite(site)
                .setLoad(ItLoad.newBuilder().setWatts(watts))
                .addAllOutdoorCelsius(temperatures.stream()
                        .map(value -> Decimal.newBuilder().setValue(value).build())
                        .toList())
                .build();
    }

    private static String site(PowerClient client, String bundled) {
        String site = "sites/facility-" + bundled;
        client.apply(site, BundledSites.topology(bundled));
        return site;
    }

    private static long rated(PowerClient client, String site) {
        return client.sites
                .getSite(GetSiteRequest.newBuilder().setName(site).build())
                .getSite()
                .getCapacity()
                .getRatedWatts();
    }
}
