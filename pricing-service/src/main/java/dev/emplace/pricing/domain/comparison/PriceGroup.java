package dev.emplace.pricing.domain.comparison;

import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Term;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/**
 * The prices of one accelerator of one provider, sold in one way.
 *
 * @param unpriced offers that are known without a price in US dollars
 * @param prices of an accelerator-hour; absent where the catalog has none
 * @param discounts from the on-demand price of the same machine in the same region; absent where no price has one
 */
public record PriceGroup(Key key, int unpriced, Optional<Distribution> prices, Optional<Distribution> discounts) {

    /** What the offers of a group have in common. */
    public record Key(String acceleratorId, String providerId, CommercialModel model, Optional<Term> term)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::acceleratorId)
                .thenComparing(Key::providerId)
                .thenComparing(Key::model)
                .thenComparing(key -> key.term().map(Term::duration).orElse(Duration.ZERO));

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
