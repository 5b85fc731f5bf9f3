package dev.emplace.workload.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.rpc.Code;
import dev.emplace.api.workload.v1.CheckPolicyRequest;
import dev.emplace.api.workload.v1.CheckPolicyResponse;
import dev.emplace.api.workload.v1.GetPolicyRequest;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.PolicyCheckItem;
import dev.emplace.api.workload.v1.PolicyServiceGrpc;
import dev.emplace.api.workload.v1.PolicyServiceGrpc.PolicyServiceBlockingStub;
import dev.emplace.api.workload.v1.WorkloadClass;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.workload.domain.policy.Policies;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeSuite.class)
class CheckPolicyTest extends ServiceCalls {
    private static String changed(String was, String is) {
        assertThat(Policies.text()).contains(was);
        return Policies.text()
                .replaceFirst("version: \"[^\"]*\"", "version: \"tried\"")
                .replace(was, is);
    }

    private PolicyServiceBlockingStub policies() {
        return PolicyServiceGrpc.newBlockingStub(channel);
    }

    private CheckPolicyResponse check(String policy, PolicyCheckItem... items) {
        CheckPolicyRequest.Builder request = CheckPolicyRequest.newBuilder().setPolicy(ByteString.copyFromUtf8(policy));
        for (PolicyCheckItem item : items) {
            request.addItems(item);
        }
        return policies().checkPolicy(request.build());
    }

    private static PolicyCheckItem item(String id, String manifest) {
        return PolicyCheckItem.newBuilder()
                .setItemId(id)
                .setRequest(PlanPlacementRequest.newBuilder().setManifest(bytes(manifest)))
                .build();
    }

    @Test
    void aPolicyThatDoubtsEverythingChangesAServersClassAndLeavesItUnplaced() {
        CheckPolicyResponse answer =
                check(changed("abstain_below: 0.5", "abstain_below: 1"), item("server.yaml", SERVER));

        assertThat(answer.getPolicyVersionBefore()).isEqualTo(Policies.shipped().version());
        assertThat(answer.getPolicyVersionAfter()).isEqualTo("tried");
        assertThat(answer.getChangesList()).containsExactly("abstain_below: 0.5 -> 1.0");
        assertThat(answer.getChangedCount()).isEqualTo(1);
        var result = answer.getResults(0);
        assertThat(result.getItemId()).isEqualTo("server.yaml");
        assertThat(result.getBefore().getWorkloadClass()).isEqualTo(WorkloadClass.WORKLOAD_CLASS_SUSTAINED_INFERENCE);
        assertThat(result.getBefore().getOffer()).isEqualTo("offers/hall");
        assertThat(result.getAfter().getWorkloadClass()).isEqualTo(WorkloadClass.WORKLOAD_CLASS_UNDETERMINED);
        assertThat(result.getAfter().getOffer()).isEmpty();
        assertThat(result.getChangedFieldsList())
                .contains("workload_class", "outcome", "offer", "total_price", "placement_count", "summary");
    }

    @Test
    void aPolicyThatConcernsOtherWorkChangesNothing() {
        CheckPolicyResponse answer =
                check(changed("    training_hours: 168", "    training_hours: 100"), item("server.yaml", SERVER));

        assertThat(answer.getChangesList()).containsExactly("numbers.plan.training_hours: 168.0 -> 100.0");
        assertThat(answer.getChangedCount()).isZero();
        assertThat(answer.getResults(0).getChangedFieldsList()).isEmpty();
    }

    @Test
    void checkingPutsNothingInForce() {
        check(changed("abstain_below: 0.5", "abstain_below: 1"));
        assertThat(policies().getPolicy(GetPolicyRequest.getDefaultInstance()).getPolicyVersion())
                .isEqualTo(Policies.shipped().version());
    }

    @Test
    void aPolicyThatCouldNotBePutInForceIsRefusedWithLineAndPath() {
        GrpcError error = GrpcError.from(() -> check(changed("abstain_below: 0.5", "abstain_below: 2")))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_POLICY")
                .violates("policy");
        assertThat(error.metadata()).containsEntry("path", "abstain_below").containsEntry("line", "11");
    }

    @Test
    void aManifestThatCannotBeReadIsAnErrorOfItsOwn() {
        CheckPolicyResponse answer =
                check(changed("abstain_below: 0.5", "abstain_below: 1"), item("bad", "kind: ["), item("good", SERVER));

        assertThat(answer.getResults(0).getError().getCode()).isEqualTo(Code.INVALID_ARGUMENT.getNumber());
        assertThat(answer.getResults(1).getChangedFieldsCount()).isPositive();
    }

    @Test
    void withoutPricesWorkloadsCannotBeTriedButThePolicyCanBeChecked() {
        FakeSuite.pricingIs(FakeSuite.Mood.AWAY);
        String policy = changed("abstain_below: 0.5", "abstain_below: 0.6");
        assertThat(check(policy).getChangesCount()).isEqualTo(1);
        GrpcError.from(() -> check(policy, item("server.yaml", SERVER)))
                .is(Status.Code.UNAVAILABLE, "DEPENDENCY_UNAVAILABLE");
    }
}
