package dev.emplace.cli.option;

import dev.emplace.cli.remote.Connection;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which suite to ask, for what needs two of its services. */
public final class SuiteOptions {

    @Option(
            names = "--pricing",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:EMPLACE_PRICING_SERVER:-localhost:9101}",
            description = "pricing-service to ask (default: ${DEFAULT-VALUE}; or EMPLACE_PRICING_SERVER)")
    private String pricing = "";

    @Option(
            names = "--server",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:EMPLACE_SERVER:-localhost:9102}",
            description = "classifier-service to ask (default: ${DEFAULT-VALUE}; or EMPLACE_SERVER)")
    private String classifier = "";

    @Mixin
    private SecurityOptions security = new SecurityOptions();

    public Connection pricing() {
        return Connection.to(pricing, security.security());
    }

    public Connection classifier() {
        return Connection.to(classifier, security.security());
    }
}
