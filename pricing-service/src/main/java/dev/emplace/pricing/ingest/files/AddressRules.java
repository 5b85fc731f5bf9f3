package dev.emplace.pricing.ingest.files;

import dev.emplace.pricing.domain.imports.ForbiddenAddressException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
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
            throw new ForbiddenAddressException(uri.toString(), "is no https address; only those are read");
        }
        if (uri.getUserInfo() != null || uri.getHost() == null) {
            throw new ForbiddenAddressException(uri.toString(), "must name a host, and no user");
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
                            uri.toString(),
                            "leads into a private network; emplace.pricing.imports.private-addresses=true allows that");
                }
            }
        } catch (UnknownHostException unknown) {
            throw new ForbiddenAddressException(uri.toString(), "names a host that is not known");
        }
    }

    static boolean isPrivate(InetAddress address) {
        var bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean carrierShared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || carrierShared;
    }

    /** An address without its query, in which there may be a key. */
    static String citation(String url) {
        return url.split("\\?", 2)[0];
    }
}
