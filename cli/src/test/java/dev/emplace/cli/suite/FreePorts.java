package dev.emplace.cli.suite;

import dev.emplace.cli.suite.ServiceProcess.Endpoint;
import dev.emplace.testkit.ports.FreePort;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Ports for the services of a test. */
final class FreePorts {
    private FreePorts() {}

    static Ports any() {
        Map<Service, Endpoint> endpoints = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            endpoints.put(service, new Endpoint(FreePort.any(), FreePort.any()));
        }
        return service -> Objects.requireNonNull(endpoints.get(service));
    }
}
