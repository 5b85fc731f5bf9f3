package dev.emplace.workload.grpc;

import dev.emplace.api.workload.v1.ClassifierServiceGrpc;
import dev.emplace.api.workload.v1.ClassifyManifestRequest;
import dev.emplace.api.workload.v1.ClassifyManifestResponse;
import dev.emplace.api.workload.v1.ClassifyRequest;
import dev.emplace.api.workload.v1.ClassifyResponse;
import dev.emplace.platform.calls.Answers;
import dev.emplace.platform.calls.Dispatcher;
import dev.emplace.workload.domain.plan.Rulebook;
import dev.emplace.workload.domain.plan.RulesInForce;
import dev.emplace.workload.domain.reading.Reading;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

/** Serves ClassifierService. Facts are classified at once; a manifest's size is its sender's, so it leaves the event loop. */
@GrpcService
public class ClassifierGrpc extends ClassifierServiceGrpc.ClassifierServiceImplBase {
    private final RulesInForce rules;
    private final Dispatcher dispatcher;
    private final AnswerMeters meters;

    ClassifierGrpc(RulesInForce rules, Dispatcher dispatcher, AnswerMeters meters) {
        this.rules = rules;
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
}
