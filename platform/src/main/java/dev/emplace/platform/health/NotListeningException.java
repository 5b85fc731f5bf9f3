package dev.emplace.platform.health;

import io.quarkus.runtime.configuration.ConfigurationException;

/** The gRPC server could not listen; the log says why. */
public final class NotListeningException extends ConfigurationException {

    NotListeningException(String host, int port) {
        super("Refusing to start: the gRPC server does not listen on " + host + ":" + port
                + ". Is the port taken? Set quarkus.grpc.server.port to a free one.");
    }
}
