package dev.emplace.power.domain.capacity;

/** What a machine of a workload draws at its peak, as a placer needs to know it. */
public interface MachineDraw {
    /** Watts at the wall of one machine that has so many accelerators and uses some of them. */
    long peakWatts(int acceleratorsPerServer, int acceleratorsUsed);

    /** The part of its heat that leaves by liquid where liquid reaches the rack, in percent. */
    int liquidPercent();
}
