package dev.emplace.cli.suite;

import dev.emplace.cli.CliException;
import dev.emplace.cli.suite.ServiceProcess.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Which ports the services take. */
public interface Ports {

    Endpoint of(Service service);

    /** The usual ports, moved by an offset; refused at once if another program has one of them. */
    static Ports usual(int offset) {
        for (Service service : Service.values()) {
            require(service, "gRPC", service.grpcPort(offset));
            require(service, "management", service.managementPort(offset));
        }
        return service -> new Endpoint(service.grpcPort(offset), service.managementPort(offset));
    }

    private static void require(Service service, String use, int port) {
        if (!isFree(port)) {
            throw new CliException("port " + port + " (" + service.artifact() + ", " + use
                    + ") is taken by another program; stop that one, or move all ports with --port-offset 100");
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
