package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.offers.Offer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A digest of what a source is published to say: of all but the day, which changes nothing. */
final class ContentDigest {

    private final MessageDigest digest = sha256();

    void add(Offer offer, ObservedRow row) {
        var instance = offer.instance();
        digest.update((offer.id()
                        + ' '
                        + offer.price()
                        + ' '
                        + instance.accelerator().map(each -> each.id())
                        + ' '
                        + instance.acceleratorCount()
                        + ' '
                        + instance.vcpus()
                        + ' '
                        + instance.memoryBytes()
                        + ' '
                        + instance.localDiskBytes()
                        + ' '
                        + instance.interconnect()
                        + ' '
                        + offer.basis()
                        + ' '
                        + offer.source().document()
                        + ' '
                        + offer.source().reading()
                        + ' '
                        + row.from()
                        + conditions(offer, row)
                        + '\n')
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing for an offer without any, whose digest may be older than they are. */
    private static String conditions(Offer offer, ObservedRow row) {
        return row.conditions().equals(Conditions.NONE)
                ? ""
                : ' ' + row.conditions().toString() + offer.commitment() + offer.minimumInstances();
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
