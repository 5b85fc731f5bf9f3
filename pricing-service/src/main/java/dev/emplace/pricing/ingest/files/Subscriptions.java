package dev.emplace.pricing.ingest.files;

import dev.emplace.pricing.domain.sheets.Sheets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sources that are read on a schedule, and how old any source may be. */
public final class Subscriptions {

    private final Map<String, Subscription> bySource;
    private final Duration staleAfter;

    /**
     * Over all of them.
     *
     * @param staleAfter of sources that nobody subscribes to
     */
    public Subscriptions(Collection<Subscription> all, Duration staleAfter) {
        this.bySource = all.stream()
                .collect(Collectors.toMap(Subscription::source, Function.identity(), (one, two) -> two, TreeMap::new));
        this.staleAfter = staleAfter;
    }

    public Collection<Subscription> all() {
        return bySource.values();
    }

    public Optional<Subscription> of(String source) {
        return Optional.ofNullable(bySource.get(source));
    }

    /** All sheets, those among them that will be once they are read. */
    public Sheets sheets(Sheets known) {
        return known.and(bySource.values().stream()
                .filter(subscription -> subscription.sheet().isPresent())
                .collect(Collectors.toMap(
                        Subscription::source,
                        subscription -> subscription.sheet().orElseThrow())));
    }

    public Duration staleAfter(String source) {
        return of(source).map(Subscription::staleAfter).orElse(staleAfter);
    }
}
