package dev.emplace.pricing.domain.providers;

import dev.emplace.pricing.domain.UnknownProviderException;
import dev.emplace.pricing.domain.places.ProviderKind;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All providers, by id. */
public final class ProviderDirectory {

    private final NavigableMap<String, ListedProvider> providers = new TreeMap<>();

    public ProviderDirectory(Collection<ListedProvider> providers) {
        for (var provider : providers) {
            if (this.providers.put(provider.id(), provider) != null) {
                throw new IllegalArgumentException("two providers of one id: " + provider.id());
            }
        }
    }

    public Optional<ListedProvider> find(String id) {
        return Optional.ofNullable(providers.get(id));
    }

    /** An UnknownProviderException names the field. */
    public ListedProvider get(String field, String id) {
        var found = providers.get(id);
        if (found == null) {
            throw new UnknownProviderException(field, id, providers.keySet());
        }
        return found;
    }

    /**
     * In order of their ids.
     *
     * @param kinds acceptable ones; empty means any
     */
    public List<ListedProvider> list(Set<ProviderKind> kinds, Optional<String> afterId, int limit) {
        var rest = afterId.isPresent() ? providers.tailMap(afterId.get(), false) : providers;
        return rest.values().stream()
                .filter(each ->
                        kinds.isEmpty() || kinds.contains(each.provider().kind()))
                .limit(limit)
                .toList();
    }
}
