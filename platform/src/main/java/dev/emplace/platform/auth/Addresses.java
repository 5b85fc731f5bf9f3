package dev.emplace.platform.auth;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Which addresses leave this machine. */
final class Addresses {

    private Addresses() {}

    static boolean isLoopback(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException unresolved) {
            return false;
        }
    }

    /** The host of what gRPC takes for an address: {@code host:port}, {@code dns:///host:port}. */
    static String host(String target) {
        String authority = target.substring(target.lastIndexOf('/') + 1);
        int port = authority.lastIndexOf(':');
        return port < 0 || authority.endsWith("]") ? authority : authority.substring(0, port);
    }

    /** Whether what is read there cannot be changed on the way. */
    static boolean isConfidential(URI address) {
        return switch (String.valueOf(address.getScheme())) {
            case "https", "file" -> true;
            case "http" -> isLoopback(String.valueOf(address.getHost()));
            default -> false;
        };
    }
}
