package dev.emplace.workload.domain.policy;

/** A family of places and the way in which capacity is bought there. */
public record Habitat(Family family, Purchase purchase) {

    /** A kind of place. */
    public enum Family {
        HYPERSCALER,
        GPU_CLOUD,
        COLOCATION,
        ON_PREMISES,
        EDGE,
        DEVICE
    }

    /** How capacity is paid for; ANY in a policy means that it does not matter. */
    public enum Purchase {
        ANY,
        SPOT,
        ON_DEMAND,
        RESERVED,
        /** For dates that are bought ahead, of days to months: paid by use, but in whole blocks. */
        BLOCK,
        OWNED
    }

    /** A hyperscaler's commitments are a habitat of their own, which no other one covers. */
    public boolean covers(Habitat place) {
        boolean committed = family == Family.HYPERSCALER && place.purchase == Purchase.RESERVED;
        return family == place.family && (purchase == Purchase.ANY ? !committed : purchase == place.purchase);
    }

    @Override
    public String toString() {
        return purchase == Purchase.ANY ? family.name() : family + "/" + purchase;
    }
}
