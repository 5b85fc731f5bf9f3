package dev.emplace.testkit.ports;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port for a process that a test starts. */
public final class FreePort {
    private static final int LOWEST = 10_000;

    /** From here on Linux gives ports to connections: one that is free now may be taken before the process listens. */
    private static final int FIRST_OF_THE_SYSTEM = 32_768;

    private FreePort() {}

    /** One on which nobody listens now, and that no connection is given. */
    public static int any() {
        return ThreadLocalRandom.current()
                .ints(LOWEST, FIRST_OF_THE_SYSTEM)
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
