package dev.emplace.power.grpc;

import com.google.protobuf.Duration;
import com.google.type.Interval;
import dev.emplace.api.power.v1.ApplyTopologyRequest;
import dev.emplace.api.power.v1.ApplyTopologyResponse;
import dev.emplace.api.power.v1.AssessCapacityRequest;
import dev.emplace.api.power.v1.Assessment;
import dev.emplace.api.power.v1.AssessmentItem;
import dev.emplace.api.power.v1.CapacityServiceGrpc;
import dev.emplace.api.power.v1.ConfirmReservationRequest;
import dev.emplace.api.power.v1.CreateReservationRequest;
import dev.emplace.api.power.v1.Demand;
import dev.emplace.api.power.v1.EnergyServiceGrpc;
import dev.emplace.api.power.v1.GetReservationRequest;
import dev.emplace.api.power.v1.ListReservationsRequest;
import dev.emplace.api.power.v1.ListReservationsResponse;
import dev.emplace.api.power.v1.LoadClass;
import dev.emplace.api.power.v1.PowerReading;
import dev.emplace.api.power.v1.PowerWorkload;
import dev.emplace.api.power.v1.QuotaServiceGrpc;
import dev.emplace.api.power.v1.ReleaseReservationRequest;
import dev.emplace.api.power.v1.ReportMeteredPowerRequest;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationServiceGrpc;
import dev.emplace.api.power.v1.SiteServiceGrpc;
import dev.emplace.api.power.v1.Topology;
import dev.emplace.testkit.grpc.GrpcCalls;
import io.grpc.ManagedChannel;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What tests say to the service, in few words. */
final class PowerClient implements AutoCloseable {
    final ManagedChannel channel;
    final SiteServiceGrpc.SiteServiceBlockingStub sites;
    final ReservationServiceGrpc.ReservationServiceBlockingStub reservations;
    final CapacityServiceGrpc.CapacityServiceBlockingStub capacity;
    final EnergyServiceGrpc.EnergyServiceBlockingStub energy;
    final QuotaServiceGrpc.QuotaServiceBlockingStub quotas;

    PowerClient() {
        this(GrpcCalls.channel());
    }

    PowerClient(ManagedChannel channel) {
        this.channel = channel;
        this.sites = SiteServiceGrpc.newBlockingStub(channel);
        this.reservations = ReservationServiceGrpc.newBlockingStub(channel);
        this.capacity = CapacityServiceGrpc.newBlockingStub(channel);
        this.energy = EnergyServiceGrpc.newBlockingStub(channel);
        this.quotas = QuotaServiceGrpc.newBlockingStub(channel);
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    /** A site of its own for a test. */
    String newSite(Topology topology) {
        String site = "sites/t" + newId().substring(0, 8);
        apply(site, topology);
        return site;
    }

    ApplyTopologyResponse apply(String site, Topology topology) {
        return sites.applyTopology(applying(site, topology).build());
    }

    static ApplyTopologyRequest.Builder applying(String site, Topology topology) {
        return ApplyTopologyRequest.newBuilder()
                .setSite(site)
                .setTopology(topology)
                .setRequestId(newId());
    }

    static Demand training(int accelerators) {
        return Demand.newBuilder()
                .setWorkload(PowerWorkload.newBuilder()
                        .setAccelerator(TestSites.H100)
                        .setAcceleratorCount(accelerators)
                        .setLoad(LoadClass.LOAD_CLASS_TRAINING))
                .build();
    }

    static CreateReservationRequest.Builder creating(String site, Demand demand) {
        return CreateReservationRequest.newBuilder()
                .setParent(site)
                .setDemand(demand)
                .setTtl(Duration.newBuilder().setSeconds(600))
                .setHolder("test")
                .setRequestId(newId());
    }

    Reservation create(String site, Demand demand) {
        return reservations.createReservation(creating(site, demand).build()).getReservation();
    }

    Reservation confirm(String name) {
        return reservations
                .confirmReservation(ConfirmReservationRequest.newBuilder()
                        .setName(name)
                        .setRequestId(newId())
                        .build())
                .getReservation();
    }

    Reservation release(String name) {
        return reservations
                .releaseReservation(ReleaseReservationRequest.newBuilder()
                        .setName(name)
                        .setRequestId(newId())
                        .build())
                .getReservation();
    }

    Reservation get(String name) {
        return reservations
                .getReservation(GetReservationRequest.newBuilder().setName(name).build())
                .getReservation();
    }

    /** All of a site, live or not, by name. */
    Map<String, Reservation> all(String site) {
        Map<String, Reservation> all = new HashMap<>();
        String page = "";
        do {
            ListReservationsResponse response = reservations.listReservations(ListReservationsRequest.newBuilder()
                    .setParent(site)
                    .setPageSize(1000)
                    .setPageToken(page)
                    .build());
            response.getReservationsList().forEach(told -> all.put(told.getName(), told));
            page = response.getNextPageToken();
        } while (!page.isEmpty());
        return all;
    }

    /** Reports what a reservation and a node drew in the second before {@code now}. */
    void meter(String site, Reservation held, long watts, String node, long nodeWatts, Instant now) {
        Interval last = Interval.newBuilder()
                .setStartTime(Numbers.timestamp(now.minusSeconds(1)))
                .setEndTime(Numbers.timestamp(now))
                .build();
        capacity.reportMeteredPower(ReportMeteredPowerRequest.newBuilder()
                .setSite(site)
                .addReadings(PowerReading.newBuilder()
                        .setReservation(held.getName())
                        .setWatts(watts)
                        .setInterval(last))
                .addReadings(PowerReading.newBuilder()
                        .setNode(node)
                        .setWatts(nodeWatts)
                        .setInterval(last))
                .build());
    }

    Assessment assess(String site, Demand demand) {
        return capacity.assessCapacity(AssessCapacityRequest.newBuilder()
                        .addSites(site)
                        .addItems(AssessmentItem.newBuilder().setItemId("one").setDemand(demand))
                        .build())
                .getAssessments(0);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
