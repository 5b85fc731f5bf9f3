package dev.emplace.workload.grpc;

import com.google.protobuf.ByteString;
import dev.emplace.api.workload.v1.CheckPolicyRequest;
import dev.emplace.api.workload.v1.CheckPolicyResponse;
import dev.emplace.api.workload.v1.GetPolicyRequest;
import dev.emplace.api.workload.v1.GetPolicyResponse;
import dev.emplace.api.workload.v1.PolicyServiceGrpc;
import dev.emplace.platform.calls.Answers;
import dev.emplace.platform.calls.Dispatcher;
import dev.emplace.workload.clients.Times;
import dev.emplace.workload.domain.plan.RulesInForce;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.time.Clock;

/** Serves PolicyService. */
@GrpcService
public class PolicyGrpc extends PolicyServiceGrpc.PolicyServiceImplBase {
    private final RulesInForce rules;
    private final Dispatcher dispatcher;
    private final Clock clock;

    PolicyGrpc(RulesInForce rules, Dispatcher dispatcher, Clock clock) {
        this.rules = rules;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    @Override
    public void getPolicy(GetPolicyRequest request, StreamObserver<GetPolicyResponse> out) {
        Answers.answer(out, this::policy);
    }

    private GetPolicyResponse policy() {
        RulesInForce.Standing now = rules.standing();
        return GetPolicyResponse.newBuilder()
                .setPolicyVersion(now.rulebook().policy().version())
                .setSource(rules.source())
                .setLoadTime(Times.message(now.since()))
                .setRefusal(now.refusal())
                .setContent(ByteString.copyFrom(now.text()))
                .build();
    }

    @Override
    public void checkPolicy(CheckPolicyRequest request, StreamObserver<CheckPolicyResponse> out) {
        dispatcher.dispatch(
                out, () -> PolicyTrial.of(rules, request, clock.instant()).answer(request.getItemsList()));
    }
}
