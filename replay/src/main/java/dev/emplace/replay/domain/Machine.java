package dev.emplace.replay.domain;

/** A machine while somebody pays for it, and what is free in it. */
public final class Machine {

    private final String id;
    private final Listing listing;
    private final long openedAt;
    private int freeGpuMilli;
    private long freeCpuMilli;
    private long freeMemory;
    private int running;

    Machine(String id, Listing listing, long openedAt) {
        this.id = id;
        this.listing = listing;
        this.openedAt = openedAt;
        freeGpuMilli = listing.gpuMilli();
        freeCpuMilli = listing.vcpus() * 1000L;
        freeMemory = listing.memoryBytes();
    }

    public String id() {
        return id;
    }

    public Listing listing() {
        return listing;
    }

    public long openedAt() {
        return openedAt;
    }

    boolean isEmpty() {
        return running == 0;
    }

    boolean holds(Demand demand) {
        return demand.isMetBy(listing)
                && freeGpuMilli >= demand.occupies(listing)
                && freeCpuMilli >= demand.cpuMilli()
                && freeMemory >= demand.memoryBytes();
    }

    void take(Workload workload) {
        change(workload.demand(), -1);
        running++;
    }

    void release(Workload workload) {
        change(workload.demand(), 1);
        running--;
    }

    private void change(Demand demand, int sign) {
        freeGpuMilli += sign * demand.occupies(listing);
        freeCpuMilli += (long) sign * demand.cpuMilli();
        freeMemory += sign * demand.memoryBytes();
    }
}
