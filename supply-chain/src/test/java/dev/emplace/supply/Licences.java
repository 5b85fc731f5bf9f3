package dev.emplace.supply;

import java.util.Set;

/** Which licences a library may have that ships beside code under Apache-2.0. */
final class Licences {

    /** SPDX identifiers, or the names by which POMs call what has none. A library under EPL-2.0 ships unmodified. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "0BSD",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "Public Domain",
            // RE2/J: three clauses, as of the BSD.
            "Go License");

    private Licences() {}

    static boolean allow(String licence) {
        return ALLOWED.contains(licence);
    }
}
