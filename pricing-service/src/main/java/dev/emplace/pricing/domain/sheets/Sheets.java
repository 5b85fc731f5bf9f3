package dev.emplace.pricing.domain.sheets;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** All contracted sheets at one time, by the source that each of them is. */
public final class Sheets {

    public static final Sheets NONE = new Sheets(Map.of());

    /** Callers whose sheets are remembered: looking through all is not for each search. */
    private static final int MOST_REMEMBERED = 10_000;

    private final Map<String, Sheet> bySource;
    private final Map<Set<String>, Set<String>> remembered = new ConcurrentHashMap<>();

    public Sheets(Map<String, Sheet> bySource) {
        this.bySource = Map.copyOf(bySource);
    }

    public Optional<Sheet> of(String source) {
        return Optional.ofNullable(bySource.get(source));
    }

    /** With further ones, where they are not known by now. */
    public Sheets and(Map<String, Sheet> further) {
        if (further.isEmpty()) {
            return this;
        }
        var all = new HashMap<>(further);
        all.putAll(bySource);
        return new Sheets(all);
    }

    /** Whether somebody may know that there is such a source: it is public, or a sheet of theirs. */
    public boolean isKnownTo(Identity identity, String source) {
        return of(source).map(sheet -> sheet.isKnownTo(identity)).orElse(true);
    }

    /** The sources whose prices somebody with these names sees, beside the public ones. */
    public Set<String> readBy(Set<String> names) {
        if (bySource.isEmpty()) {
            return Set.of();
        }
        var known = remembered.get(names);
        if (known != null) {
            return known;
        }
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        var read = those(sheet -> sheet.isReadBy(names));
        remembered.put(names, read);
        return read;
    }

    /** The sources that somebody may know of, for reading their prices or for managing them. */
    public Set<String> knownTo(Identity identity) {
        return those(sheet -> sheet.isKnownTo(identity));
    }

    /** The sources that somebody may import, and share. */
    public Set<String> managedBy(Identity identity) {
        return those(sheet -> sheet.isManagedBy(identity));
    }

    private Set<String> those(Predicate<Sheet> which) {
        return bySource.entrySet().stream()
                .filter(each -> which.test(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(toUnmodifiableSet());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sheets sheets && sheets.bySource.equals(bySource);
    }

    @Override
    public int hashCode() {
        return bySource.hashCode();
    }
}
