package dev.emplace.pricing.domain.sheets;

import java.util.Set;

/**
 * Who asks, as readers of sheets are named.
 *
 * @param name unique among callers; empty where callers are not told apart
 * @param names all of its names, those of its groups among them
 * @param admin whether it may manage every sheet; that shows it no price
 */
public record Identity(String name, Set<String> names, boolean admin) {

    /** What whoever calls is called where callers are not told apart. */
    public static final String ANYBODY = "anonymous";

    public static final Identity ANONYMOUS = new Identity("", Set.of(ANYBODY), false);

    public Identity {
        names = Set.copyOf(names);
    }
}
