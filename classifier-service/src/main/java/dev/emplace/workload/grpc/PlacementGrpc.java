package dev.emplace.workload.grpc;

import dev.emplace.api.workload.v1.PlacementServiceGrpc;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.PlanPlacementResponse;
import dev.emplace.api.workload.v1.PlanPlacementsRequest;
import dev.emplace.api.workload.v1.PlanPlacementsResponse;
import dev.emplace.api.workload.v1.ReservePlacementRequest;
import dev.emplace.api.workload.v1.ReservePlacementResponse;
import dev.emplace.platform.calls.Dispatcher;
import dev.emplace.platform.calls.HeldBytes;
import dev.emplace.platform.calls.RequestRules;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import jakarta.inject.Provider;

/** Serves PlacementService. A plan asks two other services, so it leaves the event loop. */
@GrpcService
public class PlacementGrpc extends PlacementServiceGrpc.PlacementServiceImplBase {
    private final Planning planning;
    private final ReserveAnswer reserve;
    private final Dispatcher dispatcher;
    private final HeldBytes held;
    private final Provider<RequestRules> contract;

    /** @param contract asked for late, since it asks every service of this server what it takes */
    PlacementGrpc(
            Planning planning,
            ReserveAnswer reserve,
            Dispatcher dispatcher,
            HeldBytes held,
            Provider<RequestRules> contract) {
        this.planning = planning;
        this.reserve = reserve;
        this.dispatcher = dispatcher;
        this.held = held;
        this.contract = contract;
    }

    @Override
    public void planPlacement(PlanPlacementRequest request, StreamObserver<PlanPlacementResponse> out) {
        dispatcher.dispatch(out, () -> planning.answer(request));
    }

    @Override
    public StreamObserver<PlanPlacementsRequest> planPlacements(StreamObserver<PlanPlacementsResponse> out) {
        return PlacementStream.open(
                (ServerCallStreamObserver<PlanPlacementsResponse>) out, held::hold, (request, answer) -> {
                    contract.get().check(request);
                    dispatcher.dispatch(answer, () -> planning.answer(request));
                });
    }

    @Override
    public void reservePlacement(ReservePlacementRequest request, StreamObserver<ReservePlacementResponse> out) {
        dispatcher.dispatch(out, () -> reserve.to(request));
    }
}
