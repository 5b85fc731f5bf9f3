package dev.emplace.workload.grpc;

import com.google.protobuf.Message;
import dev.emplace.api.power.v1.Assessment;
import dev.emplace.api.power.v1.SiteRevision;
import dev.emplace.api.pricing.v1.Quote;
import dev.emplace.api.workload.v1.Constraint;
import dev.emplace.api.workload.v1.LatencyEstimate;
import dev.emplace.api.workload.v1.MissingFact;
import dev.emplace.api.workload.v1.Move;
import dev.emplace.api.workload.v1.Objective;
import dev.emplace.api.workload.v1.Placement;
import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.PlanOutcome;
import dev.emplace.api.workload.v1.Rejection;
import dev.emplace.api.workload.v1.UnitPriceEstimate;
import dev.emplace.api.workload.v1.WorkUnit;
import dev.emplace.workload.clients.Decimals;
import dev.emplace.workload.clients.ProtoOriginal;
import dev.emplace.workload.clients.Times;
import dev.emplace.workload.domain.latency.Latency;
import dev.emplace.workload.domain.plan.Original;
import dev.emplace.workload.domain.plan.UnitPrice;
import dev.emplace.workload.domain.policy.Policy;
import java.time.Duration;
import java.util.Map;

/** Tells a plan as the contract's message; quotes and assessments pass through as their services gave them. */
final class PlanMessages {
    private PlanMessages() {}

    static Plan of(dev.emplace.workload.domain.plan.Plan plan, Policy policy) {
        Plan.Builder message = Plan.newBuilder()
                .setOutcome(outcome(plan.outcome()))
                .setSummary(plan.summary())
                .setClassification(ClassificationMessages.of(plan.reading(), policy))
                .setHabitatNote(plan.habitatNote())
                .setDegraded(!plan.degradations().isEmpty())
                .addAllDegradations(plan.degradations())
                .setCatalogRevision(plan.catalogRevision())
                .setPolicyVersion(plan.policyVersion())
                .setObjective(objective(plan.objective()))
                .addAllNotes(plan.notes())
                .setPlannedDuration(DerivedMessages.duration(plan.duration()));
        for (int i = 0; i < plan.placements().size(); i++) {
            message.addPlacements(placement(i + 1, plan.placements().get(i)));
        }
        plan.start().ifPresent(start -> message.setStartTime(Times.message(start)));
        plan.rejections().forEach(rejection -> message.addRejections(rejection(rejection)));
        plan.missingFacts()
                .forEach(fact -> message.addMissingFacts(MissingFact.newBuilder()
                        .setField(fact.field())
                        .setQuestion(fact.question())
                        .setExplanation(fact.explanation())));
        plan.assumptions().forEach(assumed -> message.addAssumptions(FootprintMessages.of(assumed)));
        plan.siteRevisions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(site -> message.addSiteRevisions(
                        SiteRevision.newBuilder().setSite(site.getKey()).setRevision(site.getValue())));
        return message.build();
    }

    static PlanOutcome outcome(dev.emplace.workload.domain.plan.Plan.Outcome outcome) {
        return switch (outcome) {
            case PLACED -> PlanOutcome.PLAN_OUTCOME_PLACED;
            case INFEASIBLE -> PlanOutcome.PLAN_OUTCOME_INFEASIBLE;
            case NEEDS_FACT -> PlanOutcome.PLAN_OUTCOME_NEEDS_FACT;
            case OUT_OF_SCOPE -> PlanOutcome.PLAN_OUTCOME_OUT_OF_SCOPE;
        };
    }

    private static Objective objective(dev.emplace.workload.domain.plan.Objective objective) {
        return switch (objective) {
            case COST -> Objective.OBJECTIVE_COST;
            case LATENCY -> Objective.OBJECTIVE_LATENCY;
            case CARBON -> Objective.OBJECTIVE_CARBON;
            case WEIGHTED -> Objective.OBJECTIVE_WEIGHTED;
        };
    }

    private static Placement placement(int rank, dev.emplace.workload.domain.plan.Placement placement) {
        Placement.Builder message = Placement.newBuilder()
                .setRank(rank)
                .setHabitat(
                        ClassificationMessages.of(placement.quote().habitat()).get(0))
                .setQuote(original(placement.quote().original(), Quote.class))
                .setFootprint(FootprintMessages.of(placement.footprint()))
                .setPowerVerified(placement.powerVerified())
                .setHourlyGco2E(placement.hourlyGrams())
                .setInHabitat(placement.inHabitat())
                .setTotalPrice(Decimals.usd(placement.cost().totalUsd()))
                .setTransportPrice(Decimals.usd(placement.cost().transportUsd()))
                .setCommittedDuration(DerivedMessages.duration(placement.quote().commitment()))
                .addAllReasons(placement.reasons());
        placement.unitPrice().ifPresent(price -> message.setUnitPrice(unitPrice(price)));
        placement.compute().ifPresent(latency -> message.setComputeLatency(latency(latency)));
        placement.roundTripMillis().ifPresent(millis -> message.setRoundTrip(duration(millis)));
        placement.floorMillis().ifPresent(millis -> message.setRoundTripFloor(duration(millis)));
        placement.finish().ifPresent(finish -> message.setFinishTime(Times.message(finish)));
        placement.move().ifPresent(move -> message.setMove(move(move)));
        placement.assessment().ifPresent(a -> message.setPower(original(a.original(), Assessment.class)));
        return message.build();
    }

    private static UnitPriceEstimate unitPrice(UnitPrice price) {
        return UnitPriceEstimate.newBuilder()
                .setUnit(
                        switch (price.unit()) {
                            case MILLION_TOKENS -> WorkUnit.WORK_UNIT_MILLION_TOKENS;
                            case RUN -> WorkUnit.WORK_UNIT_RUN;
                        })
                .setExpected(Decimals.usd(price.usd()))
                .setLow(Decimals.usd(price.lowUsd()))
                .setHigh(Decimals.usd(price.highUsd()))
                .setFormula(price.formula())
                .build();
    }

    private static Move move(dev.emplace.workload.domain.plan.Move move) {
        Move.Builder message = Move.newBuilder()
                .setGrossSaving(Decimals.usd(move.grossUsd()))
                .setMovingPrice(Decimals.usd(move.movingUsd()))
                .setNetSaving(Decimals.usd(move.netUsd()));
        move.breakEven().ifPresent(after -> message.setBreakEvenDuration(DerivedMessages.duration(after)));
        return message.build();
    }

    private static LatencyEstimate latency(Latency latency) {
        return LatencyEstimate.newBuilder()
                .setExpected(duration(latency.expected()))
                .setLow(duration(latency.low()))
                .setHigh(duration(latency.high()))
                .setFormula(latency.formula())
                .build();
    }

    private static com.google.protobuf.Duration duration(double millis) {
        return DerivedMessages.duration(Duration.ofNanos(Math.round(millis * 1e6)));
    }

    static <M extends Message> M original(Original original, Class<M> type) {
        if (original instanceof ProtoOriginal proto && type.isInstance(proto.message())) {
            return type.cast(proto.message());
        }
        throw new IllegalStateException("a plan holds an answer that is no " + type.getSimpleName());
    }

    private static Rejection rejection(dev.emplace.workload.domain.plan.Rejection rejection) {
        Rejection.Builder message = Rejection.newBuilder()
                .setFamily(rejection.family())
                .setConstraint(constraint(rejection.constraint()))
                .setNumber(rejection.number())
                .setLimit(rejection.limit())
                .setSmallestChange(rejection.smallestChange())
                .setExplanation(rejection.explanation())
                .setOfferCount(rejection.offers())
                .addAllAccelerators(rejection.accelerators())
                .setClosest(rejection.closest());
        rejection.power().ifPresent(power -> message.setPower(original(power, Assessment.class)));
        return message.build();
    }

    private static Constraint constraint(dev.emplace.workload.domain.plan.Constraint constraint) {
        return switch (constraint) {
            case JURISDICTION -> Constraint.CONSTRAINT_JURISDICTION;
            case DATA_RESIDENCE -> Constraint.CONSTRAINT_DATA_RESIDENCE;
            case OFFLINE -> Constraint.CONSTRAINT_OFFLINE;
            case LATENCY -> Constraint.CONSTRAINT_LATENCY;
            case MEMORY -> Constraint.CONSTRAINT_MEMORY;
            case FABRIC -> Constraint.CONSTRAINT_FABRIC;
            case SCALE -> Constraint.CONSTRAINT_SCALE;
            case POWER -> Constraint.CONSTRAINT_POWER;
            case BUDGET -> Constraint.CONSTRAINT_BUDGET;
            case PROVIDER -> Constraint.CONSTRAINT_PROVIDER;
            case ACCELERATOR -> Constraint.CONSTRAINT_ACCELERATOR;
            case PREEMPTION -> Constraint.CONSTRAINT_PREEMPTION;
            case COMMITMENT -> Constraint.CONSTRAINT_COMMITMENT;
            case NO_OFFER -> Constraint.CONSTRAINT_NO_OFFER;
            case DEVICE -> Constraint.CONSTRAINT_DEVICE;
            case QUOTA -> Constraint.CONSTRAINT_QUOTA;
            case DEADLINE -> Constraint.CONSTRAINT_DEADLINE;
        };
    }
}
