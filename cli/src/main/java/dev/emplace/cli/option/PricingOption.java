package dev.emplace.cli.option;

import dev.emplace.cli.remote.Connection;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which pricing-service to ask. */
public final class PricingOption {

    @Option(
            names = "--server",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:EMPLACE_PRICING_SERVER:-localhost:9101}",
            description = "pricing-service to ask (default: ${DEFAULT-VALUE}; or EMPLACE_PRICING_SERVER)")
    private String address = "";

    @Mixin
    private SecurityOptions security = new SecurityOptions();

    public Connection connect() {
        return Connection.to(address, security.security());
    }
}
