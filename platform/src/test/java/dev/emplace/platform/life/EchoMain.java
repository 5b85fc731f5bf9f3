package dev.emplace.platform.life;

import dev.emplace.platform.echo.EchoClient;
import dev.emplace.platform.echo.EchoClient.Pending;
import dev.emplace.platform.echo.v1.EchoRequest.Action;
import dev.emplace.platform.echo.v1.EchoServiceGrpc;
import dev.emplace.platform.echo.v1.StreamEchoesRequest;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.StreamObserver;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Stops while calls are in flight, and logs how they ended; or makes the service log. */
@QuarkusMain
public class EchoMain implements QuarkusApplication {

    /** The argument with which it makes the service log two faults, and ends. */
    static final String FAULTS = "faults";

    private static final Logger LOG = Logger.getLogger(EchoMain.class);

    @Override
    public int run(String... args) {
        EchoClient client = new EchoClient();
        if (args.length > 0 && args[0].equals(FAULTS)) {
            GrpcError.from(() -> client.echo(Action.ACTION_THROW_SQL, ""));
            GrpcError.from(() -> client.echo(Action.ACTION_THROW_SQL_ON_THE_LOOP, ""));
            return 0;
        }
        client.echo(Action.ACTION_UNSPECIFIED, "connect");
        CompletableFuture<Void> streaming = CompletableFuture.runAsync(() -> logEndOfStream(client));
        HealthGrpc.newStub(client.channel()).watch(HealthCheckRequest.getDefaultInstance(), new LoggedHealth());
        Pending slow = client.start(Action.ACTION_ANSWER_AFTER_A_WHILE, "finished");
        client.echo(Action.ACTION_UNSPECIFIED, "the slow call has begun");
        Thread log = new Thread(() -> logEndOfCall(slow));
        log.setDaemon(true);
        log.start();
        return streaming.isDone() ? 1 : 0;
    }

    private static final class LoggedHealth implements StreamObserver<HealthCheckResponse> {

        @Override
        public void onNext(HealthCheckResponse health) {
            LOG.infof("health: %s", health.getStatus());
        }

        @Override
        public void onError(Throwable ended) {
            LOG.info("health: watch ended");
        }

        @Override
        public void onCompleted() {}
    }

    private static void logEndOfCall(Pending slow) {
        try {
            LOG.infof("slow call: %s", slow.answer());
        } catch (Exception cut) {
            LOG.infof("slow call: cut, %s", cut);
        }
    }

    private static void logEndOfStream(EchoClient client) {
        GrpcError end = GrpcError.from(() -> EchoServiceGrpc.newBlockingStub(client.channel())
                .streamEchoes(StreamEchoesRequest.getDefaultInstance())
                .forEachRemaining(response -> LOG.info("stream: begun")));
        LOG.infof("stream: %s %s", end.code(), end.reason());
    }
}
