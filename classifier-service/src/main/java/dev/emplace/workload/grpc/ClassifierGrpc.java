package dev.emplace.workload.grpc;

import dev.emplace.api.workload.v1.ClassifierServiceGrpc;
import dev.emplace.api.workload.v1.ClassifyManifestRequest;
import dev.emplace.api.workload.v1.ClassifyManifestResponse;
import dev.emplace.api.workload.v1.ClassifyRequest;
import dev.emplace.api.workload.v1.ClassifyResponse;
import dev.emplace.api.workload.v1.ClassifyUsageRequest;
import dev.emplace.api.workload.v1.ClassifyUsageResponse;
import dev.emplace.api.workload.v1.EstimateFootprintRequest;
import dev.emplace.api.workload.v1.EstimateFootprintResponse;
import dev.emplace.platform.calls.Answers;
import dev.emplace.platform.calls.Dispatcher;
import dev.emplace.workload.domain.estimate.Estimate;
import dev.emplace.workload.domain.estimate.Estimates;
import dev.emplace.workload.domain.plan.Prices;
import dev.emplace.workload.domain.plan.Rulebook;
import dev.emplace.workload.domain.plan.RulesInForce;
import dev.emplace.workload.domain.reading.Reading;
import dev.emplace.workload.domain.workload.Workload;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

/** Serves ClassifierService. Facts are classified at once; a manifest's size is its sender's, so it leaves the event loop. */
@GrpcService
public class ClassifierGrpc extends ClassifierServiceGrpc.ClassifierServiceImplBase {
    private final RulesInForce rules;
    private final Prices prices;
    private final Dispatcher dispatcher;
    private final AnswerMeters meters;

    ClassifierGrpc(RulesInForce rules, Prices prices, Dispatcher dispatcher, AnswerMeters meters) {
        this.rules = rules;
        this.prices = prices;
        this.dispatcher = dispatcher;
        this.meters = meters;
    }

    @Override
    public void classify(ClassifyRequest request, StreamObserver<ClassifyResponse> out) {
        Answers.answer(out, () -> classify(request));
    }

    private ClassifyResponse classify(ClassifyRequest request) {
        Rulebook now = rules.rulebook();
        Reading reading = meters.classified(now.reader().read(WorkloadMessages.read(request.getWorkload())));
        return ClassifyResponse.newBuilder()
                .setClassification(ClassificationMessages.of(reading, now.policy()))
                .setPolicyVersion(now.policy().version())
                .build();
    }

    @Override
    public void classifyManifest(ClassifyManifestRequest request, StreamObserver<ClassifyManifestResponse> out) {
        dispatcher.dispatch(out, () -> classifyManifest(request));
    }

    private ClassifyManifestResponse classifyManifest(ClassifyManifestRequest request) {
        Rulebook now = rules.rulebook();
        Reading reading = meters.classified(
                now.reader().read(request.getManifest().toByteArray(), WorkloadMessages.read(request.getOverrides())));
        ClassifyManifestResponse.Builder response = ClassifyManifestResponse.newBuilder()
                .setClassification(ClassificationMessages.of(reading, now.policy()))
                .setPolicyVersion(now.policy().version());
        reading.objects().forEach(object -> response.addObjects(ClassificationMessages.of(object)));
        return response.build();
    }

    @Override
    public void estimateFootprint(EstimateFootprintRequest request, StreamObserver<EstimateFootprintResponse> out) {
        dispatcher.dispatch(out, () -> estimateFootprint(request));
    }

    private EstimateFootprintResponse estimateFootprint(EstimateFootprintRequest request) {
        Rulebook now = rules.rulebook();
        Workload overrides = WorkloadMessages.read(request.getOverrides());
        Reading reading = request.hasManifest()
                ? now.reader().read(request.getManifest().toByteArray(), overrides)
                : now.reader().read(WorkloadMessages.read(request.getWorkload()).overriddenBy(overrides));
        Estimate estimate = new Estimates(now.policy())
                .estimate(meters.classified(reading), prices.accelerators(), EstimateMessages.read(request));
        return EstimateMessages.of(estimate, reading, now.policy());
    }

    @Override
    public void classifyUsage(ClassifyUsageRequest request, StreamObserver<ClassifyUsageResponse> out) {
        dispatcher.dispatch(
                out, () -> UsageMessages.answer(request, rules.rulebook().policy()));
    }
}
