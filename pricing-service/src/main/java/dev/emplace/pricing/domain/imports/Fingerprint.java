package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.offers.Term;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A row's identity: the same thing at the same price from the same source has the same, on whichever line it stands. */
final class Fingerprint {

    private static final int BYTES = 16;

    private Fingerprint() {}

    static String of(String source, ObservedRow row) {
        var text = String.join(
                        "\u001f",
                        source,
                        row.provider(),
                        row.region(),
                        row.zone().orElse(""),
                        row.instanceType(),
                        row.model().name(),
                        row.term().map(Term::code).orElse(""),
                        row.price().orElse(""),
                        row.currency())
                + conditions(row.conditions());
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
    }

    /** Nothing for a row without any, whose fingerprint may be older than they are. */
    private static String conditions(Conditions conditions) {
        return (conditions.upfront().signum() > 0
                        ? "\u001f" + conditions.upfront().stripTrailingZeros().toPlainString()
                        : "")
                + conditions
                        .dates()
                        .map(dates -> "\u001f" + dates.start() + ' ' + dates.end())
                        .orElse("");
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
