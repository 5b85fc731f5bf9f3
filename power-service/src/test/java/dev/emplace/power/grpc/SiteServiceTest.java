package dev.emplace.power.grpc;

import static dev.emplace.power.grpc.PowerClient.applying;
import static dev.emplace.power.grpc.PowerClient.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.power.v1.AssessCapacityRequest;
import dev.emplace.api.power.v1.AssessmentItem;
import dev.emplace.api.power.v1.EstimateDrawRequest;
import dev.emplace.api.power.v1.GetSiteRequest;
import dev.emplace.api.power.v1.ListSitesRequest;
import dev.emplace.api.power.v1.LoadClass;
import dev.emplace.api.power.v1.PowerNodeKind;
import dev.emplace.api.power.v1.PowerWorkload;
import dev.emplace.api.power.v1.ServedModel;
import dev.emplace.api.power.v1.SiteRevision;
import dev.emplace.api.power.v1.Topology;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SiteServiceTest {
    private static final Topology ROOMY = TestSites.twoPaths(100_000);

    @Test
    void appliedSiteIsReadBackAsItWas() {
        try (PowerClient client = new PowerClient()) {
            String site = client.newSite(ROOMY);
            var read = client.sites.getSite(
                    GetSiteRequest.newBuilder().setName(site).setMinRevision(1).build());
            assertThat(read.getRevision()).isEqualTo(1);
            assertThat(TopologyMessages.toDomain(read.getSite().getTopology()))
                    .isEqualTo(TopologyMessages.toDomain(ROOMY));
            assertThat(client.sites
                            .listSites(ListSitesRequest.newBuilder()
                                    .addCountries("US")
                                    .addMinRevisions(SiteRevision.newBuilder()
                                            .setSite(site)
                                            .setRevision(1))
                                    .build())
                            .getSitesList())
                    .anySatisfy(listed -> assertThat(listed.getName()).isEqualTo(site));
        }
    }

    @Test
    void equalTopologyChangesNothing() {
        try (PowerClient client = new PowerClient()) {
            String site = client.newSite(ROOMY);
            String etag = client.sites
                    .getSite(GetSiteRequest.newBuilder().setName(site).build())
                    .getSite()
                    .getEtag();
            var again = client.apply(site, ROOMY);
            assertThat(again.getChangesList()).isEmpty();
            assertThat(again.getSite().getEtag()).isEqualTo(etag);
        }
    }

    @Test
    void everyFaultIsListedWithItsField() {
        try (PowerClient client = new PowerClient()) {
            Topology faulty = ROOMY.toBuilder()
                    .addNodes(TestSites.node("ups-a", PowerNodeKind.POWER_NODE_KIND_UPS, 1, "nowhere"))
                    .addNodes(TestSites.node("orphan", PowerNodeKind.POWER_NODE_KIND_PDU, 1))
                    .build();
            assertThat(GrpcError.from(() -> client.newSite(faulty))
                            .is(Status.Code.INVALID_ARGUMENT, "INVALID_TOPOLOGY")
                            .fields())
                    .containsExactlyInAnyOrder(
                            "topology.nodes[4].node_id", "topology.nodes[4].fed_by[0]", "topology.nodes[5].fed_by");
        }
    }

    @Test
    void refusedSiteLeavesNothingBehind() {
        try (PowerClient client = new PowerClient()) {
            Topology faulty = ROOMY.toBuilder()
                    .addNodes(TestSites.node("orphan", PowerNodeKind.POWER_NODE_KIND_PDU, 1))
                    .build();
            GrpcError.from(() -> client.apply("sites/stillborn", faulty))
                    .is(Status.Code.INVALID_ARGUMENT, "INVALID_TOPOLOGY");
            GrpcError.from(() -> client.sites.getSite(GetSiteRequest.newBuilder()
                            .setName("sites/stillborn")
                            .build()))
                    .is(Status.Code.NOT_FOUND, "UNKNOWN_SITE");
            GrpcError.from(() -> client.create("sites/stillborn", training(8)))
                    .is(Status.Code.NOT_FOUND, "UNKNOWN_SITE");
        }
    }

    @Test
    void topologyThatBreaksReservationsIsRefusedUnlessForced() {
        try (PowerClient client = new PowerClient()) {
            String site = client.newSite(ROOMY);
            String held = client.create(site, training(64)).getName();
            Topology smaller = TestSites.twoPaths(25_000);
            assertThat(GrpcError.from(() -> client.apply(site, smaller))
                            .is(Status.Code.FAILED_PRECONDITION, "TOPOLOGY_BREAKS_RESERVATIONS")
                            .metadata()
                            .get("reservations"))
                    .isEqualTo(held.substring(held.lastIndexOf('/') + 1));
            var forced = client.sites.applyTopology(applying(site, smaller)
                    .setForceReason("ups-a is being replaced")
                    .build());
            assertThat(forced.getBrokenReservationsList()).containsExactly(held);
            GrpcError.from(() -> client.create(site, training(1)))
                    .is(Status.Code.RESOURCE_EXHAUSTED, "INSUFFICIENT_CAPACITY");
        }
    }

    @Test
    void staleEtagIsAborted() {
        try (PowerClient client = new PowerClient()) {
            String site = client.newSite(ROOMY);
            GrpcError.from(() -> client.sites.applyTopology(
                            applying(site, ROOMY).setEtag("7-7").build()))
                    .is(Status.Code.ABORTED, "ETAG_MISMATCH");
        }
    }

    @Test
    void validateOnlyShowsTheDifferenceAndChangesNothing() {
        try (PowerClient client = new PowerClient()) {
            String site = client.newSite(ROOMY);
            var shown = client.sites.applyTopology(applying(site, TestSites.twoPaths(90_000))
                    .setValidateOnly(true)
                    .build());
            assertThat(shown.getChangesList())
                    .extracting(change -> change.getPath())
                    .containsExactly("nodes/ups-a", "nodes/ups-b");
            assertThat(client.sites
                            .getSite(GetSiteRequest.newBuilder().setName(site).build())
                            .getRevision())
                    .isEqualTo(1);
        }
    }

    @Test
    void revisionToComeIsWaitedForOnlySoLong() {
        try (PowerClient client = new PowerClient()) {
            String site = client.newSite(ROOMY);
            GrpcError.from(() -> client.sites
                    .withDeadlineAfter(3, TimeUnit.SECONDS)
                    .getSite(GetSiteRequest.newBuilder()
                            .setName(site)
                            .setMinRevision(99)
                            .build()));
        }
    }

    @Test
    void assessmentNamesWhatBindsAndAgreesWithTheLedger() {
        try (PowerClient client = new PowerClient()) {
            String site = client.newSite(TestSites.twoPaths(25_000));
            var fits = client.assess(site, training(16));
            assertThat(fits.getFits()).isTrue();
            assertThat(fits.getFittingAcceleratorCount()).isEqualTo(24);
            assertThat(fits.getHeadroomWatts()).isPositive();
            assertThat(Double.parseDouble(fits.getPue().getValue())).isBetween(1.0, 2.0);
            assertThat(client.assess(site, training(32)).getFits()).isFalse();
            var answer = client.capacity.assessCapacity(AssessCapacityRequest.newBuilder()
                    .addSites(site)
                    .addItems(AssessmentItem.newBuilder().setDemand(training(8)))
                    .build());
            assertThat(answer.getSites(0).getCountry()).isEqualTo("US");
        }
    }

    @Test
    void siteTellsWhatItCarriesHoldsAndHasLeft() {
        try (PowerClient client = new PowerClient()) {
            String site = client.newSite(ROOMY);
            long held = client.create(site, training(16)).getHeldWatts();
            var capacity = client.sites
                    .getSite(GetSiteRequest.newBuilder().setName(site).build())
                    .getSite()
                    .getCapacity();
            assertThat(capacity.getRatedWatts()).isEqualTo(80_000); // four racks of 20 kW
            assertThat(capacity.getReservedWatts()).isEqualTo(held).isPositive();
            assertThat(capacity.getFreeWatts()).isEqualTo(80_000 - held);
            assertThat(capacity.getRackCount()).isEqualTo(4);
            assertThat(Double.parseDouble(capacity.getPue().getValue())).isGreaterThan(1);
            var machines = capacity.getMachines(0);
            assertThat(machines.getAccelerator()).isEqualTo(TestSites.H100);
            assertThat(machines.getServerCount()).isEqualTo(8);
            assertThat(machines.getFreeServerCount()).isEqualTo(6);
        }
    }

    @Test
    void siteIsRatedForWhatOnePathCarriesAlone() {
        try (PowerClient client = new PowerClient()) {
            String site = client.newSite(TestSites.twoPaths(25_000));
            var listed = client.sites.listSites(ListSitesRequest.getDefaultInstance()).getSitesList().stream()
                    .filter(found -> found.getName().equals(site))
                    .findFirst()
                    .orElseThrow();
            assertThat(listed.getCapacity().getRatedWatts()).isBetween(24_900L, 25_000L);
            assertThat(listed.getCapacity().getFreeWatts())
                    .isEqualTo(listed.getCapacity().getRatedWatts());
        }
    }

    @Test
    void drawIsEstimatedWithItsParts() {
        try (PowerClient client = new PowerClient()) {
            var draw = client.energy.estimateDraw(EstimateDrawRequest.newBuilder()
                    .setWorkload(PowerWorkload.newBuilder()
                            .setAccelerator("accelerators/nvidia-h100-sxm-80gb")
                            .setAcceleratorCount(8)
                            .setLoad(LoadClass.LOAD_CLASS_TRAINING))
                    .build());
            assertThat(draw.getDraw().getP50Watts()).isBetween(6_300L, 7_300L);
            assertThat(draw.getDraw().getPartsCount()).isEqualTo(3);
            assertThat(draw.getModelVersion()).isNotEmpty();
            assertThat(GrpcError.from(() -> client.energy.estimateDraw(EstimateDrawRequest.getDefaultInstance()))
                            .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                            .fields())
                    .containsExactly("workload");
        }
    }

    @Test
    void servedModelMovesTheDrawAndIsChecked() {
        try (PowerClient client = new PowerClient()) {
            var small = client.energy.estimateDraw(serving(8_000_000_000L, 0));
            var large = client.energy.estimateDraw(serving(70_000_000_000L, 0));
            assertThat(small.getDraw().getP50Watts()).isLessThan(large.getDraw().getP50Watts());
            assertThat(GrpcError.from(() -> client.energy.estimateDraw(serving(8_000_000_000L, 9_000_000_000L)))
                            .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                            .fields())
                    .containsExactly("workload.served_model");
        }
    }

    private static EstimateDrawRequest serving(long parameters, long active) {
        return EstimateDrawRequest.newBuilder()
                .setWorkload(PowerWorkload.newBuilder()
                        .setAccelerator("nvidia-h100-sxm-80gb")
                        .setAcceleratorCount(8)
                        .setLoad(LoadClass.LOAD_CLASS_LLM_CHAT)
                        .setBatchSize(64)
                        .setServedModel(ServedModel.newBuilder()
                                .setParameterCount(parameters)
                                .setActiveParameterCount(active)
                                .setAcceleratorsPerReplica(4)))
                .build();
    }

    @Test
    void healthAndMetricsAreServed() {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        RestAssured.given()
                .port(port)
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", Matchers.hasItem("sites loaded"));
        RestAssured.given().port(port).get("/q/metrics").then().statusCode(200).body(Matchers.containsString("jvm_"));
    }
}
