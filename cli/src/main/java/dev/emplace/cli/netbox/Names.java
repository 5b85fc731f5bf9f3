package dev.emplace.cli.netbox;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Ids of a topology, made of names that people gave: lower case, digits and dashes, none twice. */
final class Names {
    private static final int LONGEST = 58;

    private final Set<String> taken = new HashSet<>(NetBoxTopology.OWN);

    String unique(String name) {
        String id = id(name);
        String free = id;
        for (int i = 2; !taken.add(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    private static String id(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+", "");
        String within = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-+$", "");
        return within.isEmpty() ? "unnamed" : within;
    }
}
