package dev.emplace.power.domain.capacity;

/**
 * What stands in one rack on behalf of one load.
 *
 * @param rack number in the group, from 0
 * @param watts peak at the wall
 * @param liquidWatts the part of it that leaves by liquid
 * @param accelerator its machines' accelerator; empty for a load in watts, which takes no machine
 * @param servers machines it takes
 * @param accelerators accelerators it uses of them
 * @param sheds whether anything that fails cuts it automatically
 */
public record RackLoad(
        String group,
        int rack,
        long watts,
        long liquidWatts,
        String accelerator,
        int servers,
        int accelerators,
        boolean sheds) {
    public RackLoad {
        if (rack < 0 || watts < 0 || liquidWatts < 0 || liquidWatts > watts || servers < 0) {
            throw new IllegalArgumentException("a rack load is not negative, and liquid takes no more than all of it");
        }
    }

    /** A load that stays while anything fails elsewhere. */
    public RackLoad(
            String group, int rack, long watts, long liquidWatts, String accelerator, int servers, int accelerators) {
        this(group, rack, watts, liquidWatts, accelerator, servers, accelerators, false);
    }

    /** The same, cut or kept as its holder accepts. */
    public RackLoad surviving(Survival survival) {
        boolean cut = survival == Survival.SHED_ON_FAILURE;
        return cut == sheds
                ? this
                : new RackLoad(group, rack, watts, liquidWatts, accelerator, servers, accelerators, cut);
    }

    /** The same on another rack of the group. */
    RackLoad on(int other) {
        return other == rack
                ? this
                : new RackLoad(group, other, watts, liquidWatts, accelerator, servers, accelerators, sheds);
    }

    /** Whether it takes no more of anything than another one. */
    boolean isWithin(RackLoad other) {
        return airWatts() <= other.airWatts() && liquidWatts <= other.liquidWatts && servers <= other.servers;
    }

    long airWatts() {
        return watts - liquidWatts;
    }
}
