package dev.emplace.workload.grpc;

import dev.emplace.api.workload.v1.ClassifyUsageRequest;
import dev.emplace.api.workload.v1.ClassifyUsageResponse;
import dev.emplace.api.workload.v1.CommitmentBase;
import dev.emplace.api.workload.v1.UsageClass;
import dev.emplace.api.workload.v1.UsageMeasures;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.usage.Commitment;
import dev.emplace.workload.domain.usage.LoadSeries;
import dev.emplace.workload.domain.usage.Usage;
import dev.emplace.workload.domain.usage.UsageClassifier;
import java.time.Duration;
import java.util.Optional;

/** Reads a series of load, and tells what it says. */
final class UsageMessages {
    private UsageMessages() {}

    static ClassifyUsageResponse answer(ClassifyUsageRequest request, Policy policy) {
        return of(classify(request, policy), request, policy);
    }

    private static Usage classify(ClassifyUsageRequest request, Policy policy) {
        LoadSeries series = LoadSeries.of(
                request.getTimesList().stream().mapToLong(Long::longValue).toArray(),
                request.getLoadsList().stream().mapToDouble(Double::doubleValue).toArray());
        return new UsageClassifier(policy)
                .classify(
                        series,
                        request.hasCapacity() ? Optional.of(request.getCapacity()) : Optional.empty(),
                        request.hasUnitLoad() ? Optional.of(request.getUnitLoad()) : Optional.empty(),
                        request.hasCommitmentPriceRatio()
                                ? Optional.of(request.getCommitmentPriceRatio())
                                : Optional.empty());
    }

    private static ClassifyUsageResponse of(Usage usage, ClassifyUsageRequest request, Policy policy) {
        ClassifyUsageResponse.Builder message = ClassifyUsageResponse.newBuilder()
                .setUsageClass(UsageClass.valueOf("USAGE_CLASS_" + usage.usageClass()))
                .setReason(usage.reason())
                .setImplication(usage.usageClass().implication())
                .setMeasures(of(usage.measures()))
                .setPolicyVersion(policy.version());
        usage.commitment().ifPresent(commitment -> message.setCommitment(of(commitment, request.hasUnitLoad())));
        return message.build();
    }

    private static UsageMeasures of(dev.emplace.workload.domain.usage.UsageMeasures measures) {
        UsageMeasures.Builder message = UsageMeasures.newBuilder()
                .setMeanLoad(measures.mean())
                .setPeakLoad(measures.peak())
                .setPeakToMean(measures.peakToMean())
                .setHighToMean(measures.highToMean())
                .setVariation(measures.variation())
                .setSwing(measures.swing())
                .setSpan(DerivedMessages.duration(Duration.ofSeconds(measures.spanSeconds())))
                .setObservedShare(measures.observedShare());
        measures.dailyCorrelation().ifPresent(message::setDailyCorrelation);
        return message.build();
    }

    private static CommitmentBase of(Commitment commitment, boolean inUnits) {
        return CommitmentBase.newBuilder()
                .setBaseLoad(inUnits ? 0 : commitment.base())
                .setBaseUnits(inUnits ? Math.round(commitment.base()) : 0)
                .setBusyShare(commitment.busyShare())
                .setCost(commitment.cost())
                .setCostAtPeak(commitment.costAtPeak())
                .build();
    }
}
