package dev.emplace.cli.command;

import dev.emplace.cli.remote.Connection;
import picocli.CommandLine.Option;

/** Which classifier-service to ask. */
final class ServerOption {

    @Option(
            names = "--server",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:EMPLACE_SERVER:-localhost:9102}",
            description = "classifier-service to ask (default: ${DEFAULT-VALUE}; or EMPLACE_SERVER)")
    private String address = "";

    Connection connect() {
        return Connection.to(address);
    }
}
