package dev.emplace.pricing.domain.imports;

/** Why a row is not published, and waits for a publisher. */
public enum QuarantineReason {
    /** What stands in the price is no number, or a negative one. */
    UNREADABLE_PRICE,
    /** Free machines are not sold: a zero stands for something unknown. */
    ZERO_PRICE,
    /** An accelerator at less than a twentieth of what its like costs. */
    NEAR_ZERO,
    /** A placeholder that leaked into a price, such as exactly 700. */
    SENTINEL,
    /** Not in US dollars, or said to be in them where prices are set in another currency. */
    CURRENCY,
    /** Spot dearer than the same machine on demand. */
    SPOT_ABOVE_ON_DEMAND,
    /** More than four times, or less than a quarter, of the price before, or of its peers. */
    JUMP,
    /** The catalog does not know the provider. */
    UNKNOWN_PROVIDER,
    /** The catalog does not know the region. */
    UNKNOWN_REGION,
    /** It has accelerators that the catalog does not know. */
    UNKNOWN_ACCELERATOR,
    /** Its accelerator's name fits several. */
    AMBIGUOUS_ACCELERATOR,
    /** The source says another accelerator, or another number of them, than the catalog knows of the machine. */
    ACCELERATOR_CONFLICT,
    /** The price is that of the host alone, and that of its accelerators is not in the source. */
    HOST_ONLY,
    /** The same thing stands in the source twice, at two prices. */
    CONTRADICTION;

    /** Whether a publisher may publish such a row: a price that is none, or a machine that is unknown, cannot be. */
    public boolean canBeReleased() {
        return switch (this) {
            case NEAR_ZERO, SENTINEL, SPOT_ABOVE_ON_DEMAND, JUMP, ACCELERATOR_CONFLICT, CONTRADICTION -> true;
            case UNREADABLE_PRICE,
                    ZERO_PRICE,
                    CURRENCY,
                    UNKNOWN_PROVIDER,
                    UNKNOWN_REGION,
                    UNKNOWN_ACCELERATOR,
                    AMBIGUOUS_ACCELERATOR,
                    HOST_ONLY -> false;
        };
    }
}
