package dev.emplace.power.grpc;

import static dev.emplace.power.grpc.PowerClient.newId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.power.v1.Demand;
import dev.emplace.api.power.v1.GetSiteRequest;
import dev.emplace.api.power.v1.LoadClass;
import dev.emplace.api.power.v1.PowerWorkload;
import dev.emplace.api.power.v1.SiteCapacity;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sites that come with the command line are sound, as large as they say, and refuse what is too much. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BundledSitesTest {
    /**
     * What a site claims.
     *
     * @param least and most IT load that it is said to carry, in watts
     * @param pueFrom 5th to 95th percentile of its kind: Lei and Masanet for large water-side economisers, mid-size
     *     air-cooled chillers and small DX; 1.2 to 1.5 for new colocation; at most the 1.2 that Germany's energy
     *     efficiency act asks of a new one for the liquid-cooled hall
     * @param sensible what it takes
     * @param tooMuch what it then refuses, with the power node that is short of it
     */
    private record Claim(
            String site,
            long least,
            long most,
            double pueFrom,
            double pueTo,
            Demand sensible,
            Demand tooMuch,
            String node) {
        @Override
        public String toString() {
            return site;
        }
    }

    static Stream<Claim> claims() {
        return Stream.of(
                new Claim(
                        "abilene-campus",
                        114_000_000,
                        120_000_000,
                        1.08,
                        1.20,
                        training("nvidia-b200-sxm-180gb", 4_096),
                        training("nvidia-b200-sxm-180gb", 27_000),
                        "h[678]-ups-\\d"),
                new Claim(
                        "ashburn-colo",
                        11_400_000,
                        12_000_000,
                        1.2,
                        1.5,
                        training("nvidia-h100-sxm-80gb", 512),
                        training("nvidia-h100-sxm-80gb", 5_800),
                        "ups-[ab]1"),
                new Claim(
                        "berlin-room",
                        380_000,
                        400_000,
                        1.56,
                        2.03,
                        training("nvidia-l40s-48gb", 288),
                        training("nvidia-h100-sxm-80gb", 288),
                        "ups-\\d"),
                new Claim(
                        "frankfurt-liquid",
                        4_750_000,
                        5_000_000,
                        1.03,
                        1.20,
                        training("nvidia-gb200-186gb", 1_728),
                        training("nvidia-b200-sxm-180gb", 896),
                        "ups-[ab][12]"),
                new Claim(
                        "munich-edge",
                        57_000,
                        60_000,
                        1.91,
                        2.37,
                        training("nvidia-l4-24gb", 160),
                        training("nvidia-l40s-48gb", 64),
                        "(ups|busway)-[ab]"));
    }

    @Test
    void everyBundledSiteIsClaimed() {
        assertThat(claims().map(Claim::site)).containsExactlyElementsOf(BundledSites.names());
    }

    @ParameterizedTest
    @MethodSource("claims")
    void siteIsSoundAsLargeAsItSaysAndInsideItsBand(Claim claim) {
        try (PowerClient client = new PowerClient()) {
            String site = "sites/claim-" + claim.site();
            assertThat(client.apply(site, BundledSites.topology(claim.site())).getWarningsList())
                    .allSatisfy(warning -> assertThat(claim.site() + ": " + warning)
                            .matches("berlin-room: .*\"board-[ab]\" may carry 420000 W, more than \"ups-\\d\".*"));
            SiteCapacity capacity = client.sites
                    .getSite(GetSiteRequest.newBuilder().setName(site).build())
                    .getSite()
                    .getCapacity();
            assertThat(capacity.getRatedWatts()).isBetween(claim.least(), claim.most());
            assertThat(Double.parseDouble(capacity.getPue().getValue())).isBetween(claim.pueFrom(), claim.pueTo());
            assertThat(capacity.getMachinesList()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("claims")
    void whatIsSensibleIsHeldAndWhatIsTooMuchIsExplained(Claim claim) {
        try (PowerClient client = new PowerClient()) {
            String site = "sites/load-" + claim.site() + "-" + newId().substring(0, 4);
            client.apply(site, BundledSites.topology(claim.site()));
            assertThat(client.create(site, claim.sensible()).getHeldWatts()).isPositive();
            Map<String, String> refusal = GrpcError.from(() -> client.create(site, claim.tooMuch()))
                    .is(Status.Code.RESOURCE_EXHAUSTED, "INSUFFICIENT_CAPACITY")
                    .metadata();
            assertThat(refusal.get("node")).matches(claim.node());
            assertThat(refusal.get("scenario")).isNotEmpty();
            assertThat(Long.parseLong(refusal.get("shortfall_watts"))).isPositive();
            int fitting = Integer.parseInt(refusal.get("fitting_accelerator_count"));
            assertThat(fitting).isPositive();
            assertThat(client.create(site, of(claim.tooMuch(), fitting)).getHeldWatts())
                    .isPositive();
        }
    }

    private static Demand of(Demand demand, int accelerators) {
        Demand.Builder fitting = demand.toBuilder();
        fitting.getWorkloadBuilder().setAcceleratorCount(accelerators);
        return fitting.build();
    }

    private static Demand training(String accelerator, int accelerators) {
        return Demand.newBuilder()
                .setWorkload(PowerWorkload.newBuilder()
                        .setAccelerator(accelerator)
                        .setAcceleratorCount(accelerators)
                        .setLoad(LoadClass.LOAD_CLASS_TRAINING))
                .build();
    }
}
