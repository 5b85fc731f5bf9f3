package dev.emplace.pricing.domain.quotes;

import dev.emplace.pricing.domain.money.Money;
import java.util.Optional;

/**
 * Data that is brought to the place and kept there. A price that is absent is not known.
 *
 * @param stagingBytes brought once
 * @param stagingPrice of a gibibyte, where the data comes from
 * @param storageBytes kept for the whole duration
 * @param storagePrice of a gibibyte and month
 */
public record StoredData(
        long stagingBytes, Optional<Money> stagingPrice, long storageBytes, Optional<Money> storagePrice) {

    public static final StoredData NONE = new StoredData(0, Optional.empty(), 0, Optional.empty());
}
