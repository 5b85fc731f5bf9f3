package dev.emplace.workload.grpc;

import com.google.protobuf.ByteString;
import dev.emplace.api.workload.v1.ClassifierServiceGrpc;
import dev.emplace.api.workload.v1.PlacementServiceGrpc;
import dev.emplace.testkit.grpc.GrpcCalls;
import io.grpc.ManagedChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A connection for each test, and well services behind it. */
abstract class ServiceCalls {
    static final String SERVER = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: assistant}
            spec:
              replicas: 2
              template:
                spec:
                  containers:
                    - name: llm
                      image: vllm/vllm-openai:v0.9.1
                      args: [--model, meta-llama/Llama-3.1-70B-Instruct, --max-model-len, "16384"]
                      resources: {limits: {nvidia.com/gpu: "4"}}
            """;

    ManagedChannel channel = GrpcCalls.channel(1);

    @BeforeEach
    void connect() {
        channel.shutdownNow();
        channel = GrpcCalls.channel();
        FakeSuite.pricingIs(FakeSuite.Mood.WELL);
        FakeSuite.powerIs(FakeSuite.Mood.WELL);
        FakeReservations.reset();
    }

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    ClassifierServiceGrpc.ClassifierServiceBlockingStub classifier() {
        return ClassifierServiceGrpc.newBlockingStub(channel);
    }

    PlacementServiceGrpc.PlacementServiceBlockingStub placement() {
        return PlacementServiceGrpc.newBlockingStub(channel);
    }

    static ByteString bytes(String manifest) {
        return ByteString.copyFromUtf8(manifest);
    }
}
