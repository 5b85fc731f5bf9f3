package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.EnergyServiceGrpc;
import dev.emplace.api.power.v1.EstimateDrawRequest;
import dev.emplace.api.power.v1.EstimateDrawResponse;
import dev.emplace.platform.calls.Answers;
import dev.emplace.power.domain.draw.DrawModel;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

/** Draw estimates over gRPC, from memory. */
@GrpcService
public class EnergyGrpc extends EnergyServiceGrpc.EnergyServiceImplBase {
    private final DrawModel draws;

    EnergyGrpc(DrawModel draws) {
        this.draws = draws;
    }

    @Override
    public void estimateDraw(EstimateDrawRequest request, StreamObserver<EstimateDrawResponse> out) {
        Answers.answer(
                out,
                () -> EstimateDrawResponse.newBuilder()
                        .setDraw(DrawMessages.toProto(draws.estimate(DrawMessages.toDomain(request.getWorkload()))))
                        .setModelVersion(draws.version())
                        .build());
    }
}
