package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.offers.OfferNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The offers of contracted sheets, by the source that each of them is. Immutable. */
final class ContractedOffers {

    static final ContractedOffers NONE = new ContractedOffers(Map.of());

    private final Map<String, Map<String, StandingOffer>> bySource;

    private final int size;

    private ContractedOffers(Map<String, Map<String, StandingOffer>> bySource) {
        this.bySource = bySource;
        this.size = bySource.values().stream().mapToInt(Map::size).sum();
    }

    int size() {
        return size;
    }

    /** Of all offers those that are contracted. */
    static ContractedOffers among(Collection<StandingOffer> standing) {
        return NONE.with(standing, Set.of());
    }

    /** Those of some sheets. */
    List<StandingOffer> of(Set<String> sheets) {
        return sheets.stream()
                .flatMap(sheet -> bySource.getOrDefault(sheet, Map.of()).values().stream())
                .toList();
    }

    Stream<StandingOffer> all() {
        return bySource.values().stream().flatMap(offers -> offers.values().stream());
    }

    boolean have(String id) {
        return Optional.ofNullable(bySource.get(sourceOf(id)))
                .map(offers -> offers.containsKey(id))
                .orElse(false);
    }

    /** Of some sheets those that have offers. */
    Set<String> among(Set<String> sheets) {
        return bySource.isEmpty()
                ? Set.of()
                : sheets.stream().filter(bySource::containsKey).collect(Collectors.toUnmodifiableSet());
    }

    /** With those that came, as far as they are contracted, and without those that went. */
    ContractedOffers with(Collection<StandingOffer> come, Collection<String> gone) {
        var changed = new HashMap<String, Map<String, StandingOffer>>();
        gone.stream()
                .filter(this::have)
                .forEach(id -> changing(changed, sourceOf(id)).remove(id));
        come.stream()
                .filter(each -> each.offer().isContracted())
                .forEach(each -> changing(changed, sourceOf(each.id())).put(each.id(), each));
        if (changed.isEmpty()) {
            return this;
        }
        var all = new HashMap<>(bySource);
        all.putAll(changed);
        all.values().removeIf(Map::isEmpty);
        return new ContractedOffers(all);
    }

    private Map<String, StandingOffer> changing(Map<String, Map<String, StandingOffer>> changed, String source) {
        return changed.computeIfAbsent(source, any -> new HashMap<>(bySource.getOrDefault(source, Map.of())));
    }

    /** What has no source in its id can be read by nobody. */
    private static String sourceOf(String id) {
        return OfferNames.sourceOf(id).orElse("");
    }
}
