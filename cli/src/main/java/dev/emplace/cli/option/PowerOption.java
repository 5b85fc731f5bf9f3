package dev.emplace.cli.option;

import dev.emplace.cli.remote.Connection;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which power-service to ask. */
public final class PowerOption {

    @Option(
            names = "--server",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:EMPLACE_POWER_SERVER:-localhost:9103}",
            description = "power-service to ask (default: ${DEFAULT-VALUE}; or EMPLACE_POWER_SERVER)")
    private String address = "";

    @Mixin
    private SecurityOptions security = new SecurityOptions();

    public Connection connect() {
        return Connection.to(address, security.security());
    }
}
