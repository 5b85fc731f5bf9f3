package dev.emplace.cli.suite;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One service of the suite: what it is called, where it listens, which database it keeps. */
public enum Service {
    PRICING("pricing-service", 9101, 9201, "emplace_pricing"),
    CLASSIFIER("classifier-service", 9102, 9202, null),
    POWER("power-service", 9103, 9203, "emplace_power");

    private final String artifact;
    private final int grpcPort;
    private final int managementPort;
    private final Optional<String> database;

    Service(String artifact, int grpcPort, int managementPort, @Nullable String database) {
        this.artifact = artifact;
        this.grpcPort = grpcPort;
        this.managementPort = managementPort;
        this.database = Optional.ofNullable(database);
    }

    public String artifact() {
        return artifact;
    }

    /** The usual gRPC port, moved by an offset. */
    public int grpcPort(int offset) {
        return grpcPort + offset;
    }

    /** The usual port for health and metrics, moved by an offset. */
    public int managementPort(int offset) {
        return managementPort + offset;
    }

    public Optional<String> database() {
        return database;
    }
}
