package dev.emplace.power.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.emplace.api.power.v1.CoolingKind;
import dev.emplace.power.domain.capacity.Plant;
import dev.emplace.power.domain.facility.Facility;
import dev.emplace.power.domain.facility.FacilityPower;
import dev.emplace.power.domain.facility.LoadedFacility;
import dev.emplace.power.domain.facility.Outdoors;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plants of the sites that ship, moved to other climates: hour by hour over a typical year, and on the hottest day. */
class ClimateTest {
    private static final String CHICAGO = "USA_IL_Chicago.OHare.epw";
    private static final String LEESBURG = "USA_VA_Leesburg.Exec.epw";
    private static final String PHOENIX = "USA_AZ_Phoenix-Sky.Harbor.epw";

    static Stream<String> sites() {
        return BundledSites.names().stream();
    }

    @ParameterizedTest
    @MethodSource("sites")
    void aHotterClimateIsNeverBetter(String site) {
        LoadedFacility half = loaded(site, 50);
        double chicago = pue(half, TypicalYear.of(CHICAGO));
        double leesburg = pue(half, TypicalYear.of(LEESBURG));
        double phoenix = pue(half, TypicalYear.of(PHOENIX));
        assertThat(chicago).isGreaterThan(1).isLessThanOrEqualTo(leesburg);
        assertThat(leesburg).isLessThanOrEqualTo(phoenix);
    }

    @ParameterizedTest
    @MethodSource("sites")
    void theHottestDayOfTwentyYearsIsNoBetterThanAnyHour(String site) {
        TypicalYear phoenix = TypicalYear.of(PHOENIX);
        LoadedFacility half = loaded(site, 50);
        assertThat(phoenix.dryBulbs()).allSatisfy(hour -> assertThat(hour).isLessThan(phoenix.hottest()));
        assertThat(phoenix.dryBulbs().stream().mapToDouble(hour -> half.at(hour).pue()))
                .allMatch(pue -> pue <= half.at(phoenix.hottest()).pue());
    }

    @ParameterizedTest
    @MethodSource("sites")
    void energyClosesAndMoreLoadTakesMoreInEveryHour(String site) {
        TypicalYear leesburg = TypicalYear.of(LEESBURG);
        LoadedFacility before = loaded(site, 10);
        for (int percent = 30; percent <= 90; percent += 20) {
            LoadedFacility now = loaded(site, percent);
            for (int hour = 0; hour < leesburg.dryBulbs().size(); hour += 17) {
                FacilityPower power = now.at(leesburg.dryBulbs().get(hour));
                double parts = power.cooling().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
                assertThat(power.totalWatts()).isCloseTo(power.itWatts() + power.lossWatts() + parts, within(1e-3));
                assertThat(power.totalWatts())
                        .isGreaterThan(before.at(leesburg.dryBulbs().get(hour)).totalWatts());
            }
            before = now;
        }
    }

    @ParameterizedTest
    @MethodSource("sites")
    void towersEvaporateTheHeatThatGoesThroughThemAndNothingElseTakesWater(String site) {
        boolean towers = BundledSites.topology(site).getCoolingUnitsList().stream()
                .anyMatch(unit -> unit.getKind() == CoolingKind.COOLING_KIND_TOWER);
        for (int percent = 10; percent <= 90; percent += 20) {
            LoadedFacility loaded = loaded(site, percent);
            double colder = 0;
            for (int celsius = -20; celsius <= 45; celsius += 5) {
                FacilityPower power = loaded.at(celsius);
                double litresPerKilowattHour = 3_600 / 2_430.0 * 4 / 3;
                double heatOverIt = power.wue() / litresPerKilowattHour;
                if (towers) {
                    assertThat(heatOverIt).isGreaterThan(1).isLessThan(power.pue());
                } else {
                    assertThat(heatOverIt).isZero();
                }
                assertThat(power.wue()).isGreaterThanOrEqualTo(colder);
                colder = power.wue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sites")
    void damperAirIsNeverBetterAndMattersOnlyToTowers(String site) {
        boolean towers = BundledSites.topology(site).getCoolingUnitsList().stream()
                .anyMatch(unit -> unit.getKind() == CoolingKind.COOLING_KIND_TOWER);
        LoadedFacility half = loaded(site, 50);
        for (int celsius = -20; celsius <= 45; celsius += 5) {
            double saturated = half.at(celsius).totalWatts();
            double drier = 0;
            for (int percent = 0; percent <= 100; percent += 20) {
                double watts = half.at(Outdoors.of(celsius, percent)).totalWatts();
                assertThat(watts).isGreaterThanOrEqualTo(drier).isLessThanOrEqualTo(saturated + 1e-6);
                drier = watts;
            }
            assertThat(half.at(Outdoors.of(celsius, 20)).totalWatts() < saturated - 1)
                    .isEqualTo(towers && celsius >= 10);
        }
    }

    @Test
    void aYearsWaterIsTheMeanOfItsHours() {
        LoadedFacility half = loaded("abilene-campus", 50);
        FacilityPower mean = FacilityPower.mean(List.of(half.at(0), half.at(40)));
        assertThat(mean.wue()).isCloseTo((half.at(0).wue() + half.at(40).wue()) / 2, within(1e-9));
        assertThat(half.at(40).wue()).isGreaterThan(half.at(0).wue());
    }

    private static LoadedFacility loaded(String site, int percent) {
        Facility facility = new Facility(Plant.of(TopologyMessages.toDomain(BundledSites.topology(site))));
        return facility.loaded(facility.ratedWatts() * percent / 100);
    }

    private static double pue(LoadedFacility facility, TypicalYear year) {
        return year.hours().stream()
                .mapToDouble(hour -> facility.at(hour).pue())
                .average()
                .orElseThrow();
    }
}
