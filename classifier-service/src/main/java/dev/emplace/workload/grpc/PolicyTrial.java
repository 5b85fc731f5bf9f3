package dev.emplace.workload.grpc;

import com.google.rpc.Status;
import dev.emplace.api.workload.v1.CheckPolicyRequest;
import dev.emplace.api.workload.v1.CheckPolicyResponse;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.PolicyCheckItem;
import dev.emplace.api.workload.v1.PolicyCheckResult;
import dev.emplace.platform.calls.GrpcStatuses;
import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import dev.emplace.workload.domain.plan.Plan;
import dev.emplace.workload.domain.plan.Rulebook;
import dev.emplace.workload.domain.plan.RulesInForce;
import dev.emplace.workload.domain.policy.PolicyDifference;
import io.grpc.Context;
import io.grpc.protobuf.StatusProto;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/** The policy in force against another one, on the same workloads at the same time. */
record PolicyTrial(Rulebook before, Rulebook after, Instant now) {
    private static final int MOST_CHANGES = 1_000;

    /** The catalog changes seldom; who is planned twice in vain is told the revisions. */
    private static final int MOST_ATTEMPTS = 3;

    static PolicyTrial of(RulesInForce rules, CheckPolicyRequest request, Instant now) {
        return new PolicyTrial(rules.rulebook(), rules.trial(request.getPolicy().toByteArray()), now);
    }

    CheckPolicyResponse answer(List<PolicyCheckItem> items) {
        CheckPolicyResponse.Builder response = CheckPolicyResponse.newBuilder()
                .setPolicyVersionBefore(before.policy().version())
                .setPolicyVersionAfter(after.policy().version());
        changes(response);
        items.forEach(item -> response.addResults(result(item)));
        return response.setChangedCount((int) response.getResultsList().stream()
                        .filter(result -> result.getChangedFieldsCount() > 0)
                        .count())
                .build();
    }

    private void changes(CheckPolicyResponse.Builder response) {
        List<String> changes = PolicyDifference.of(before.policy(), after.policy());
        response.addAllChanges(changes.subList(0, Math.min(MOST_CHANGES, changes.size())));
        if (changes.size() > MOST_CHANGES) {
            response.addChanges("and " + (changes.size() - MOST_CHANGES) + " more");
        }
    }

    private PolicyCheckResult result(PolicyCheckItem item) {
        if (Context.current().isCancelled()) {
            throw new CancellationException("the caller has left");
        }
        PolicyCheckResult.Builder result = PolicyCheckResult.newBuilder().setItemId(item.getItemId());
        try {
            return judged(item.getRequest(), result);
        } catch (Failure refused) {
            // What is wrong with one workload says nothing of the others; without prices there is no answer at all.
            if (refused.reason() == CommonReason.DEPENDENCY_UNAVAILABLE) {
                throw refused;
            }
            return result.setError(error(refused)).build();
        }
    }

    private PolicyCheckResult judged(PlanPlacementRequest request, PolicyCheckResult.Builder result) {
        Plan was;
        Plan is;
        int attempt = 0;
        do {
            was = Planning.trial(before, request, now);
            is = Planning.trial(after, request, now);
        } while (++attempt < MOST_ATTEMPTS && was.catalogRevision() != is.catalogRevision());
        var old = PolicyRulings.of(was);
        var now = PolicyRulings.of(is);
        return result.setBefore(old)
                .setAfter(now)
                .addAllChangedFields(PolicyRulings.differing(old, now))
                .build();
    }

    private static Status error(Failure refused) {
        return Objects.requireNonNull(StatusProto.fromThrowable(GrpcStatuses.of(refused)), "a status has details");
    }
}
