package dev.emplace.platform.auth;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words around a token (RFC 6750). */
final class Bearer {

    private static final Pattern FORM = Pattern.compile("(?i:bearer) +(\\S+) *");

    private Bearer() {}

    /** Empty where there is none. */
    static Optional<String> tokenOf(String credentials) {
        return Optional.of(FORM.matcher(credentials)).filter(Matcher::matches).map(form -> form.group(1));
    }

    /** In its shortest form, however it came. */
    static String of(String token) {
        return "Bearer " + token;
    }
}
