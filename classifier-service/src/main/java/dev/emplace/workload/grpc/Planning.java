package dev.emplace.workload.grpc;

import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.PlanPlacementResponse;
import dev.emplace.workload.domain.plan.Plan;
import dev.emplace.workload.domain.plan.Rulebook;
import dev.emplace.workload.domain.plan.RulesInForce;
import dev.emplace.workload.domain.reading.Reading;
import dev.emplace.workload.domain.workload.Workload;
import dev.emplace.workload.rendering.Renderings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Plans what a request asks for, each plan by one rulebook. */
@Singleton
final class Planning {
    private final RulesInForce rules;
    private final AnswerMeters meters;
    private final Clock clock;

    Planning(RulesInForce rules, AnswerMeters meters, Clock clock) {
        this.rules = rules;
        this.meters = meters;
        this.clock = clock;
    }

    /** By the rules in force, and counted. */
    PlanPlacementResponse answer(PlanPlacementRequest request) {
        Rulebook now = rules.rulebook();
        var plan = PlanMessages.of(plan(now, request), now.policy());
        return PlanPlacementResponse.newBuilder()
                .setPlan(plan)
                .addAllRenderings(Renderings.of(plan, request.getRenderingFormatsList()))
                .build();
    }

    Plan plan(Rulebook by, PlanPlacementRequest request) {
        Reading reading = meters.classified(reading(by, request));
        return meters.planned(by.planner().plan(reading, RequestMessages.read(request, clock.instant())));
    }

    /** Not counted: nobody is told that this is what to do. */
    static Plan trial(Rulebook by, PlanPlacementRequest request, Instant now) {
        return by.planner().plan(reading(by, request), RequestMessages.read(request, now));
    }

    private static Reading reading(Rulebook by, PlanPlacementRequest request) {
        Workload overrides = WorkloadMessages.read(request.getOverrides());
        return request.hasManifest()
                ? by.reader().read(request.getManifest().toByteArray(), overrides)
                : by.reader().read(WorkloadMessages.read(request.getWorkload()).overriddenBy(overrides));
    }
}
