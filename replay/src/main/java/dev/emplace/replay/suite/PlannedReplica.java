package dev.emplace.replay.suite;

import dev.emplace.api.workload.v1.Activity;
import dev.emplace.api.workload.v1.Model;
import dev.emplace.api.workload.v1.Placement;
import dev.emplace.api.workload.v1.PlacementConstraints;
import dev.emplace.api.workload.v1.PlacementServiceGrpc;
import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.Workload;
import io.grpc.Channel;
import java.util.concurrent.TimeUnit;

/**
 * How many accelerators a replica of a model takes, as PlanPlacement of the running suite says.
 *
 * @param gpus the least that hold it, rounded up to a power of two: a tensor is cut into halves
 * @param policyVersion of the rules that it was planned by
 */
public record PlannedReplica(int gpus, String policyVersion) {

    private static final int DEADLINE_SECONDS = 30;

    /** Asks for a replica that holds so many requests of so many tokens at once. */
    public static PlannedReplica of(
            Channel classifier, String model, String accelerator, int concurrentRequests, int contextTokens) {
        Plan plan = PlacementServiceGrpc.newBlockingStub(classifier)
                .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .planPlacement(PlanPlacementRequest.newBuilder()
                        .setWorkload(Workload.newBuilder()
                                .setActivity(Activity.ACTIVITY_SERVING)
                                .setModel(Model.newBuilder().setName(model))
                                .setReplicaCount(1)
                                .setConcurrentRequests(concurrentRequests)
                                .setContextTokens(contextTokens))
                        .setConstraints(PlacementConstraints.newBuilder().addAccelerators(accelerator))
                        .setMaximumPlacements(1)
                        .build())
                .getPlan();
        if (plan.getPlacementsCount() == 0) {
            throw new IllegalStateException(
                    "no place serves " + model + " on " + accelerator + ": " + plan.getSummary());
        }
        Placement best = plan.getPlacements(0);
        int least = best.getFootprint().getAcceleratorsPerReplica();
        return new PlannedReplica(Math.max(1, Integer.highestOneBit(2 * least - 1)), plan.getPolicyVersion());
    }
}
