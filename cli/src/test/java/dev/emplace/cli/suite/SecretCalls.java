package dev.emplace.cli.suite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.emplace.api.power.v1.ApplyTopologyRequest;
import dev.emplace.api.power.v1.CreateReservationRequest;
import dev.emplace.api.power.v1.Demand;
import dev.emplace.api.power.v1.GetReservationRequest;
import dev.emplace.api.power.v1.LoadClass;
import dev.emplace.api.power.v1.PowerWorkload;
import dev.emplace.api.power.v1.ReservationServiceGrpc;
import dev.emplace.api.power.v1.SiteServiceGrpc;
import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.GetOfferRequest;
import dev.emplace.api.workload.v1.ClassifierServiceGrpc;
import dev.emplace.api.workload.v1.ClassifyManifestRequest;
import dev.emplace.api.workload.v1.PlacementServiceGrpc;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.cli.remote.Connection;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.util.UUID;

/** Calls that succeed and calls that fail, all with secrets in them: in their headers, and in their requests. */
final class SecretCalls {

    /** What each secret here contains. */
    static final String SECRET = "s3cr3t";

    private static final String TOKEN = "Bearer eyJhbGciOiJSUzI1NiJ9.token-" + SECRET;

    private SecretCalls() {}

    static void make(Suite suite) {
        try (Connection classifier = to(suite, Service.CLASSIFIER);
                Connection power = to(suite, Service.POWER);
                Connection pricing = to(suite, Service.PRICING)) {
            plan(authorized(classifier));
            reserve(authorized(power));
            look(authorized(pricing));
        }
    }

    private static Connection to(Suite suite, Service service) {
        return Connection.to(suite.endpoint(service).grpcAddress());
    }

    private static void plan(Channel classifier) {
        var placement = PlacementServiceGrpc.newBlockingStub(classifier);
        var unused = placement.planPlacement(
                PlanPlacementRequest.newBuilder().setManifest(manifest("")).build());
        refused(() -> placement.planPlacement(PlanPlacementRequest.newBuilder()
                .setManifest(manifest("  broken: [" + SECRET))
                .build()));
        refused(() -> ClassifierServiceGrpc.newBlockingStub(classifier)
                .classifyManifest(ClassifyManifestRequest.newBuilder()
                        .setManifest(ByteString.copyFromUtf8("password: *" + SECRET))
                        .build()));
    }

    private static ByteString manifest(String more) {
        return ByteString.copyFromUtf8("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: llm}
                spec:
                  template:
                    spec:
                      containers:
                        - name: llm
                          image: vllm/vllm-openai:v0.9.1
                          args: [--model, meta-llama/Llama-3.1-8B-Instruct]
                          env:
                            - {name: DATABASE_PASSWORD, value: manifest-s3cr3t}
                            - {name: HF_TOKEN, value: hf_s3cr3t}
                          resources: {limits: {nvidia.com/gpu: "1"}}
                """ + more);
    }

    private static void reserve(Channel power) {
        var reservations = ReservationServiceGrpc.newBlockingStub(power);
        var unused = reservations.createReservation(
                creating(8, UUID.randomUUID().toString()).build());
        refused(() -> reservations.createReservation(
                creating(50_000, UUID.randomUUID().toString()).build()));
        refused(() -> reservations.createReservation(creating(8, "id-" + SECRET).build()));
        refused(() -> reservations.getReservation(GetReservationRequest.newBuilder()
                .setName("sites/ashburn-colo/reservations/" + SECRET)
                .build()));
        refused(() -> SiteServiceGrpc.newBlockingStub(power)
                .applyTopology(ApplyTopologyRequest.newBuilder()
                        .setSite("sites/" + SECRET)
                        .setRequestId(UUID.randomUUID().toString())
                        .build()));
    }

    private static CreateReservationRequest.Builder creating(int accelerators, String request) {
        return CreateReservationRequest.newBuilder()
                .setParent("sites/ashburn-colo")
                .setHolder("holder-" + SECRET)
                .setDemand(Demand.newBuilder()
                        .setWorkload(PowerWorkload.newBuilder()
                                .setAccelerator("nvidia-h100-sxm-80gb")
                                .setAcceleratorCount(accelerators)
                                .setLoad(LoadClass.LOAD_CLASS_TRAINING)))
                .setRequestId(request);
    }

    private static void look(Channel pricing) {
        refused(() -> CatalogServiceGrpc.newBlockingStub(pricing)
                .getOffer(
                        GetOfferRequest.newBuilder().setName("offers/" + SECRET).build()));
    }

    private static void refused(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(StatusRuntimeException.class);
    }

    private static Channel authorized(Connection connection) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), TOKEN);
        headers.put(Metadata.Key.of("cookie", Metadata.ASCII_STRING_MARSHALLER), "session=" + SECRET);
        return ClientInterceptors.intercept(connection.channel(), MetadataUtils.newAttachHeadersInterceptor(headers));
    }
}
