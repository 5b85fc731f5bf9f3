package dev.emplace.power.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.power.v1.DrawEstimate;
import dev.emplace.api.power.v1.DrawPart;
import dev.emplace.api.power.v1.EstimateDrawRequest;
import dev.emplace.api.power.v1.EstimateFacilityPowerRequest;
import dev.emplace.api.power.v1.EstimateFacilityPowerResponse;
import dev.emplace.api.power.v1.FacilityPower;
import dev.emplace.api.power.v1.GetSiteRequest;
import dev.emplace.api.power.v1.ItLoad;
import dev.emplace.api.power.v1.LoadClass;
import dev.emplace.api.power.v1.PowerWorkload;
import dev.emplace.testkit.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published about the power of a thousand accelerators, asked of the service; docs/evaluation.md has the table. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PowerClaimsTest {
    private static final String H100 = "nvidia-h100-sxm-80gb";
    private static final String B200 = "nvidia-b200-sxm-180gb";
    private static final String HALL = "sites/claims-hall";
    private static final int THOUSAND = 1_000;

    /** "1,000 GPUs draw 0.7 to 1.0 MW": their TDP; in training, of which they use a part, it is less. */
    @ParameterizedTest
    @CsvSource({H100 + ", 700000", B200 + ", 1000000"})
    void aThousandAcceleratorsAloneDrawSevenTenthsOfAMegawattToOne(String accelerator, long tdpWatts) {
        long training = acceleratorWatts(accelerator);
        assertThat(Math.round(training / fraction(accelerator))).isBetween(tdpWatts * 99 / 100, tdpWatts * 101 / 100);
        assertThat(training).isBetween(tdpWatts * 6 / 10, tdpWatts);
    }

    /** "about 0.9 MW (H100) to 1.3 MW (B200) at the wall": the median in training, below the peak that is held. */
    @ParameterizedTest
    @CsvSource({H100 + ", 900000", B200 + ", 1300000"})
    void aThousandAtTheWallDrawNineTenthsOfAMegawattToOnePointThree(String accelerator, long claimedWatts) {
        DrawEstimate draw = draw(accelerator);
        assertThat(draw.getP50Watts()).isBetween(claimedWatts * 85 / 100, claimedWatts * 115 / 100);
        assertThat(draw.getPeakWatts()).isBetween(claimedWatts, claimedWatts * 135 / 100);
        assertThat(draw.getNameplateWatts()).isGreaterThan(claimedWatts);
    }

    /** "overhead 1.2 to 1.5": the wall over the accelerators' TDP, and a hall in use over its machines. */
    @ParameterizedTest
    @CsvSource({H100, B200})
    void theWallTakesOneFifthToOneHalfMoreThanTheAccelerators(String accelerator) {
        double tdp = acceleratorWatts(accelerator) / fraction(accelerator);
        assertThat(draw(accelerator).getP50Watts() / tdp).isBetween(1.2, 1.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 75, 100})
    void aHallInUseTakesOneFifthToOneHalfMoreThanItsMachines(int percent) {
        var power = facility(client -> ItLoad.newBuilder().setWatts(rated(client) * percent / 100));
        assertThat(pue(power.getYearMean())).isBetween(1.2, 1.5);
        assertThat(pue(power.getDesignDay())).isBetween(1.2, 1.5);
    }

    /** Refuted: a thousand alone in a hall for ten times as many carry its losses and fans. */
    @Test
    void aThousandAloneInALargeHallTakeMoreThanThat() {
        var power = facility(client -> ItLoad.newBuilder().setWorkload(training(H100)));
        assertThat(pue(power.getDesignDay())).isGreaterThan(1.5);
    }

    /** "5 to 20 MW": 3,900 to 15,700 H100 at nameplate, 5,600 to 22,000 at 0.9 kW: no question of watts alone. */
    @Test
    void fiveToTwentyMegawattsHoldThousandsOfAccelerators() {
        assertThat(holds(5, DrawEstimate::getNameplateWatts)).isBetween(3_900L, 3_950L);
        assertThat(holds(20, DrawEstimate::getNameplateWatts)).isBetween(15_650L, 15_750L);
        assertThat(5_000_000 / 900).isBetween(5_500, 5_600);
        assertThat(holds(5, DrawEstimate::getP50Watts)).isBetween(5_000L, 6_500L);
        assertThat(holds(20, DrawEstimate::getP50Watts)).isBetween(20_000L, 26_000L);
        assertThat(holds(5, DrawEstimate::getPeakWatts)).isGreaterThan(THOUSAND);
    }

    private static long holds(int megawatts, ToLongFunction<DrawEstimate> watts) {
        return megawatts * 1_000_000L * THOUSAND / watts.applyAsLong(draw(H100));
    }

    private static long acceleratorWatts(String accelerator) {
        return accelerators(accelerator).getP50Watts();
    }

    private static double fraction(String accelerator) {
        return Double.parseDouble(accelerators(accelerator).getFractionOfTdp().getValue());
    }

    private static DrawPart accelerators(String accelerator) {
        return draw(accelerator).getPartsList().stream()
                .filter(part -> part.getDescription().equals("accelerators"))
                .findFirst()
                .orElseThrow();
    }

    private static double pue(FacilityPower power) {
        return Double.parseDouble(power.getPue().getValue());
    }

    private static EstimateFacilityPowerResponse facility(Function<PowerClient, ItLoad.Builder> load) {
        try (PowerClient client = new PowerClient()) {
            client.apply(HALL, BundledSites.topology("ashburn-colo"));
            return client.energy.estimateFacilityPower(EstimateFacilityPowerRequest.newBuilder()
                    .setSite(HALL)
                    .setLoad(load.apply(client))
                    .build());
        }
    }

    private static long rated(PowerClient client) {
        return client.sites
                .getSite(GetSiteRequest.newBuilder().setName(HALL).build())
                .getSite()
                .getCapacity()
                .getRatedWatts();
    }

    private static DrawEstimate draw(String accelerator) {
        try (PowerClient client = new PowerClient()) {
            return client.energy
                    .estimateDraw(EstimateDrawRequest.newBuilder()
                            .setWorkload(training(accelerator))
                            .build())
                    .getDraw();
        }
    }

    private static PowerWorkload training(String accelerator) {
        return PowerWorkload.newBuilder()
                .setAccelerator(accelerator)
                .setAcceleratorCount(THOUSAND)
                .setLoad(LoadClass.LOAD_CLASS_TRAINING)
                .build();
    }
}
