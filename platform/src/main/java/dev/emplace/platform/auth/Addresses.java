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

    /** Whether what is read there cannot be changed on the way. */
    static boolean isConfidential(URI address) {
        return switch (String.valueOf(address.getScheme())) {
            case "https", "file" -> true;
            case "http" -> isLoopback(String.valueOf(address.getHost()));
            default -> false;
        };
    }
}
