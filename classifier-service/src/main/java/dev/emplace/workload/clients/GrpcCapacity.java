package dev.emplace.workload.clients;

import dev.emplace.api.power.v1.AssessCapacityRequest;
import dev.emplace.api.power.v1.CapacityServiceGrpc;
import dev.emplace.workload.domain.plan.Capacity;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;

/** Capacity of power-service, asked once for all demands on all sites. */
public final class GrpcCapacity implements Capacity {
    /** What is asked of power-service; none of it changes anything. */
    public static final List<MethodDescriptor<?, ?>> READS = List.of(CapacityServiceGrpc.getAssessCapacityMethod());

    private final Connection connection;

    public GrpcCapacity(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Answer assess(List<Demand> demands, Map<String, Long> minRevisions) {
        AssessCapacityRequest request = AssessmentMessages.request(demands, minRevisions);
        try {
            return AssessmentMessages.answer(connection.askWithinHalf(
                    CapacityServiceGrpc::newBlockingStub, power -> power.assessCapacity(request)));
        } catch (StatusRuntimeException failed) {
            // Who asks for a revision wants an answer from it, not one without the sites.
            boolean insists = !minRevisions.isEmpty() && Refusals.explained(failed) && !Refusals.faulty(failed);
            if (insists || failed.getStatus().getCode() == Status.Code.CANCELLED) {
                throw failed;
            }
            throw new CapacityUnknownException(failed.getStatus().getCode().name());
        }
    }
}
