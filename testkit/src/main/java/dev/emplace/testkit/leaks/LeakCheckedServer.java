package dev.emplace.testkit.leaks;

import io.grpc.BinaryLog;
import io.grpc.netty.NettyServerBuilder;
import io.quarkus.arc.Unremovable;
import io.quarkus.grpc.api.ServerBuilderCustomizer;
import io.quarkus.grpc.runtime.config.GrpcServerConfiguration;
import io.vertx.grpc.VertxServerBuilder;
import jakarta.inject.Singleton;
import java.lang.reflect.Field;

/** Puts the check on the gRPC server of every QuarkusTest that has this module on its class path. */
@Singleton
@Unremovable
final class LeakCheckedServer implements ServerBuilderCustomizer<VertxServerBuilder> {

    @Override
    public void customize(GrpcServerConfiguration config, VertxServerBuilder server) {
        server.setBinaryLog(new LeakCheck(binaryLogOf(server.nettyBuilder())));
    }

    /** After the platform, whose binary log is wrapped. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    /** gRPC lets a binary log be set, but not asked for. */
    private static BinaryLog binaryLogOf(NettyServerBuilder netty) {
        try {
            Object builder = field(netty, "serverImplBuilder");
            return (BinaryLog) field(builder, "binlog");
        } catch (ReflectiveOperationException changed) {
            throw new LinkageError("gRPC keeps its binary log elsewhere now", changed);
        }
    }

    private static Object field(Object of, String name) throws ReflectiveOperationException {
        Field field = of.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }
}
