package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.EnergyServiceGrpc;
import dev.emplace.api.power.v1.EstimateDrawRequest;
import dev.emplace.api.power.v1.EstimateDrawResponse;
import dev.emplace.api.power.v1.EstimateEnergyCostRequest;
import dev.emplace.api.power.v1.EstimateEnergyCostResponse;
import dev.emplace.api.power.v1.EstimateFacilityPowerRequest;
import dev.emplace.api.power.v1.EstimateFacilityPowerResponse;
import dev.emplace.api.power.v1.ItLoad;
import dev.emplace.platform.calls.Answers;
import dev.emplace.platform.calls.Dispatcher;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.power.domain.draw.DrawEstimate;
import dev.emplace.power.domain.draw.DrawModel;
import dev.emplace.power.domain.draw.MeteredPoint;
import dev.emplace.power.domain.draw.Workload;
import dev.emplace.power.domain.facility.EnergyBill;
import dev.emplace.power.domain.facility.FacilityPower;
import dev.emplace.power.domain.facility.LoadedFacility;
import dev.emplace.power.domain.facility.Outdoors;
import dev.emplace.power.domain.reservation.Metering;
import dev.emplace.power.domain.reservation.NotMeteredException;
import dev.emplace.power.domain.reservation.Reservations;
import dev.emplace.power.domain.reservation.SiteBook;
import dev.emplace.power.domain.reservation.SiteView;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.List;
import java.util.Optional;

/** What workloads draw, from memory; and what sites take in for them, which takes arithmetic off the event loop. */
@GrpcService
public class EnergyGrpc extends EnergyServiceGrpc.EnergyServiceImplBase {
    private final DrawModel draws;
    private final SiteBook book;
    private final Reservations reservations;
    private final Metering metering;
    private final Dispatcher dispatcher;

    EnergyGrpc(DrawModel draws, SiteBook book, Reservations reservations, Metering metering, Dispatcher dispatcher) {
        this.draws = draws;
        this.book = book;
        this.reservations = reservations;
        this.metering = metering;
        this.dispatcher = dispatcher;
    }

    @Override
    public void estimateDraw(EstimateDrawRequest request, StreamObserver<EstimateDrawResponse> out) {
        if (request.getMeteredReservation().isEmpty()) {
            Answers.answer(out, () -> answer(draws.estimate(DrawMessages.toDomain(request.getWorkload()))));
        } else {
            dispatcher.dispatch(out, () -> {
                Workload workload = DrawMessages.toDomain(request.getWorkload());
                return answer(draws.estimate(workload, point(workload, request.getMeteredReservation())));
            });
        }
    }

    private EstimateDrawResponse answer(DrawEstimate draw) {
        return EstimateDrawResponse.newBuilder()
                .setDraw(DrawMessages.toProto(draw))
                .setModelVersion(draws.version())
                .build();
    }

    private MeteredPoint point(Workload workload, String reservation) {
        Names.ReservationName name = Names.reservation(reservation);
        var found = reservations.find(name.site(), name.reservation()).reservation();
        MeteredPoint point = metering.point(name.site(), found)
                .orElseThrow(() -> new NotMeteredException(name.site(), name.reservation()));
        if (!point.workload().accelerator().equals(workload.accelerator())) {
            throw new InvalidFieldException(
                    "metered_reservation",
                    "is of " + point.workload().accelerator() + "; must be of workload.accelerator, "
                            + workload.accelerator());
        }
        return point;
    }

    @Override
    public void estimateFacilityPower(
            EstimateFacilityPowerRequest request, StreamObserver<EstimateFacilityPowerResponse> out) {
        dispatcher.dispatch(out, () -> {
            List<Outdoors> hours = FacilityMessages.outdoors(request);
            SiteView view = view(request.getSite(), request.getMinRevision());
            Optional<DrawEstimate> draw = draw(request.getLoad());
            LoadedFacility loaded = loaded(view, request.getLoad(), draw);
            EstimateFacilityPowerResponse.Builder response = EstimateFacilityPowerResponse.newBuilder()
                    .setDesignDay(FacilityMessages.toProto(loaded.designDay(), Outdoors.of(loaded.designCelsius())))
                    .setYearMean(FacilityMessages.mean(loaded.yearMean()))
                    .setRevision(view.revision())
                    .setModelVersion(draws.version());
            draw.ifPresent(known -> response.setDraw(DrawMessages.toProto(known)));
            List<FacilityPower> at = hours.stream().map(loaded::at).toList();
            for (int i = 0; i < at.size(); i++) {
                response.addAt(FacilityMessages.toProto(at.get(i), hours.get(i)));
            }
            if (!at.isEmpty()) {
                response.setAtMean(FacilityMessages.mean(FacilityPower.mean(at)));
            }
            return response.build();
        });
    }

    @Override
    public void estimateEnergyCost(EstimateEnergyCostRequest request, StreamObserver<EstimateEnergyCostResponse> out) {
        dispatcher.dispatch(out, () -> {
            SiteView view = view(request.getSite(), request.getMinRevision());
            var hours = FacilityMessages.hours(request, view.site().topology().surroundings());
            LoadedFacility loaded = loaded(view, request.getLoad(), draw(request.getLoad()));
            return FacilityMessages.toProto(EnergyBill.of(loaded, hours))
                    .setItWatts(Math.round(loaded.itWatts()))
                    .setRevision(view.revision())
                    .build();
        });
    }

    private SiteView view(String name, long leastRevision) {
        String site = Names.siteId(name, "site");
        MinRevision.await(book, site, leastRevision);
        return book.site(site);
    }

    private Optional<DrawEstimate> draw(ItLoad load) {
        return load.hasWorkload()
                ? Optional.of(draws.estimate(DrawMessages.toDomain(load.getWorkload())))
                : Optional.empty();
    }

    private static LoadedFacility loaded(SiteView view, ItLoad load, Optional<DrawEstimate> draw) {
        long watts = draw.map(DrawEstimate::p50).orElse(load.getWatts());
        long most = view.facility().ratedWatts();
        if (watts > most) {
            throw new InvalidFieldException(
                    draw.isPresent() ? "load.workload" : "load.watts",
                    "is " + watts + " W; must be at most " + most + " W, the rated watts of "
                            + Names.site(view.site().name()) + ": ask for less, or another site");
        }
        return view.facility().loaded(watts);
    }
}
