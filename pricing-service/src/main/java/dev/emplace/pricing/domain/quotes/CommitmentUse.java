package dev.emplace.pricing.domain.quotes;

import dev.emplace.pricing.domain.money.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How an offer with a commitment is used.
 *
 * @param coverage share of the machine time that it covers, above 0 and at most 1; the rest is paid on demand
 * @param alreadyOwned true where it has been made, so that its cost is sunk
 * @param onDemandPrice of a machine-hour; absent for the catalog's
 */
public record CommitmentUse(BigDecimal coverage, boolean alreadyOwned, Optional<Money> onDemandPrice) {

    /** All of it, to be bought now. */
    public static final CommitmentUse FULL = new CommitmentUse(BigDecimal.ONE, false, Optional.empty());

    boolean coversAll() {
        return coverage.compareTo(BigDecimal.ONE) == 0;
    }
}
