package dev.emplace.platform.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.EchoClient;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReflectionTest {

    private static final String ECHO = "emplace.echo.v1.EchoService";

    private final EchoClient client = new EchoClient();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void servicesAreListedInVersion1() throws Exception {
        First<ServerReflectionResponse> answer = new First<>();
        var requests = ServerReflectionGrpc.newStub(client.channel()).serverReflectionInfo(answer);
        requests.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());

        List<String> names = answer.get().getListServicesResponse().getServiceList().stream()
                .map(service -> service.getName())
                .toList();
        assertThat(names).contains(ECHO);
    }

    @Test
    void servicesAreListedInVersion1Alpha() throws Exception {
        First<io.grpc.reflection.v1alpha.ServerReflectionResponse> answer = new First<>();
        var requests = io.grpc.reflection.v1alpha.ServerReflectionGrpc.newStub(client.channel())
                .serverReflectionInfo(answer);
        requests.onNext(io.grpc.reflection.v1alpha.ServerReflectionRequest.newBuilder()
                .setListServices("")
                .build());

        List<String> names = answer.get().getListServicesResponse().getServiceList().stream()
                .map(service -> service.getName())
                .toList();
        assertThat(names).contains(ECHO);
    }

    private static final class First<R> implements StreamObserver<R> {

        private final CompletableFuture<R> first = new CompletableFuture<>();

        R get() throws Exception {
            return first.get(5, TimeUnit.SECONDS);
        }

        @Override
        public void onNext(R response) {
            first.complete(response);
        }

        @Override
        public void onError(Throwable error) {
            first.completeExceptionally(error);
        }

        @Override
        public void onCompleted() {}
    }
}
