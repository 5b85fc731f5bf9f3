package dev.emplace.pricing.ingest.files;

import dev.emplace.pricing.domain.imports.ForbiddenAddressException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Which addresses may be read from: callers name them, so that without a rule they would reach through this service what
 * only it can reach.
 *
 * @param privateToo whether addresses of this machine and of private networks may be, and plain HTTP
 */
public record AddressRules(boolean privateToo) {

    /** A ForbiddenAddressException for what may not be read from. */
    void require(URI uri) {
        var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(privateToo && scheme.equals("http"))) {
            throw new ForbiddenAddressException(citation(uri.toString()), "is no https address; only those are read");
        }
        if (uri.getUserInfo() != null || uri.getHost() == null) {
            throw new ForbiddenAddressException(citation(uri.toString()), "must name a host, and no user");
        }
        if (!privateToo) {
            requirePublic(uri);
        }
    }

    private static void requirePublic(URI uri) {
        try {
            for (var address : InetAddress.getAllByName(uri.getHost())) {
                if (isPrivate(address)) {
                    throw new ForbiddenAddressException(
                            citation(uri.toString()),
                            "leads into a private network; emplace.pricing.imports.private-addresses=true allows that");
                }
            }
        } catch (UnknownHostException unknown) {
            throw new ForbiddenAddressException(citation(uri.toString()), "names a host that is not known");
        }
    }

    static boolean isPrivate(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isReserved(address.getAddress());
    }

    /** Ranges that may lead into a network of our own (among those of RFC 6890), and IPv6 addresses that lead to IPv4 ones (RFC 6052, 3056). */
    private static boolean isReserved(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (bytes.length == 4) {
            return first == 0
                    || first >= 240
                    || (first == 100 && (second & 0xc0) == 64)
                    || (first == 192 && second == 0 && bytes[2] == 0)
                    || (first == 198 && (second & 0xfe) == 18);
        }
        if ((first & 0xfe) == 0xfc) {
            return true;
        }
        boolean translated = first == 0 && second == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        if (translated && (bytes[4] != 0 || bytes[5] != 0)) {
            return true;
        }
        boolean tunnelled = first == 0x20 && second == 0x02;
        return (translated && isPrivate(embedded(bytes, 12))) || (tunnelled && isPrivate(embedded(bytes, 2)));
    }

    private static InetAddress embedded(byte[] bytes, int at) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + 4));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }

    /** An address without its query, in which there may be a key. */
    static String citation(String url) {
        return url.split("\\?", 2)[0];
    }
}
