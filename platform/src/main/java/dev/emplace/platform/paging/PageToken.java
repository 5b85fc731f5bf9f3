package dev.emplace.platform.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The position after which a page begins, with the fingerprint of the filters it was issued for. Opaque to callers, yet
 * no secret: a forged position only starts the page elsewhere.
 */
record PageToken(String filter, String position) {

    /** First character of every token, so that a later format can tell this one apart. */
    private static final char VERSION = '1';

    static PageToken parse(String token) {
        String text = decode(token);
        int filterEnd = 1 + FilterFingerprint.LENGTH;
        if (text.length() <= filterEnd || text.charAt(0) != VERSION) {
            throw new InvalidPageTokenException();
        }
        return new PageToken(text.substring(1, filterEnd), text.substring(filterEnd));
    }

    String format() {
        byte[] bytes = (VERSION + filter + position).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidPageTokenException();
        }
    }
}
