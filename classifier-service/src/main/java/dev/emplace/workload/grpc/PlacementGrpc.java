package dev.emplace.workload.grpc;

import dev.emplace.api.workload.v1.PlacementServiceGrpc;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.PlanPlacementResponse;
import dev.emplace.platform.calls.Dispatcher;
import dev.emplace.workload.domain.plan.Plan;
import dev.emplace.workload.domain.plan.Planner;
import dev.emplace.workload.domain.reading.Reading;
import dev.emplace.workload.domain.reading.WorkloadReader;
import dev.emplace.workload.domain.workload.Workload;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

/** Serves PlacementService. A plan asks two other services, so it leaves the event loop. */
@GrpcService
public class PlacementGrpc extends PlacementServiceGrpc.PlacementServiceImplBase {
    private final WorkloadReader reader;
    private final Planner planner;
    private final Dispatcher dispatcher;
    private final AnswerMeters meters;

    PlacementGrpc(WorkloadReader reader, Planner planner, Dispatcher dispatcher, AnswerMeters meters) {
        this.reader = reader;
        this.planner = planner;
        this.dispatcher = dispatcher;
        this.meters = meters;
    }

    @Override
    public void planPlacement(PlanPlacementRequest request, StreamObserver<PlanPlacementResponse> out) {
        dispatcher.dispatch(out, () -> planPlacement(request));
    }

    private PlanPlacementResponse planPlacement(PlanPlacementRequest request) {
        Workload overrides = WorkloadMessages.read(request.getOverrides());
        Reading reading = request.hasManifest()
                ? reader.read(request.getManifest().toByteArray(), overrides)
                : reader.read(WorkloadMessages.read(request.getWorkload()).overriddenBy(overrides));
        Plan plan = meters.planned(planner.plan(meters.classified(reading), RequestMessages.read(request)));
        return PlanPlacementResponse.newBuilder()
                .setPlan(PlanMessages.of(plan, reader.policy()))
                .build();
    }
}
