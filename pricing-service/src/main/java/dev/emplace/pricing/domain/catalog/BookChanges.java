package dev.emplace.pricing.domain.catalog;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has changed in the price book between two marks.
 *
 * @param mark the later one
 * @param standing the offers that changed and hold now
 * @param gone ids of the offers that no longer hold
 */
public record BookChanges(BookMark mark, List<StandingOffer> standing, Set<String> gone) {
    public BookChanges {
        standing = List.copyOf(standing);
        gone = Set.copyOf(gone);
    }

    /** Of all offers that changed. */
    Stream<String> ids() {
        return Stream.concat(standing.stream().map(each -> each.offer().id()), gone.stream());
    }

    /** Whether a reader at that mark has nothing to do but look again later. */
    public boolean changesNothing(BookMark before) {
        return standing.isEmpty()
                && gone.isEmpty()
                && mark.revision() == before.revision()
                && mark.confirmations() == before.confirmations();
    }
}
