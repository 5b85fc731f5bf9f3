package dev.emplace.cli.option;

import dev.emplace.cli.remote.Connection;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which classifier-service to ask. */
public final class ClassifierOption {

    @Option(
            names = "--server",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:EMPLACE_SERVER:-localhost:9102}",
            description = "classifier-service to ask (default: ${DEFAULT-VALUE}; or EMPLACE_SERVER)")
    private String address = "";

    @Mixin
    private SecurityOptions security = new SecurityOptions();

    public Connection connect() {
        return Connection.to(address, security.security());
    }
}
