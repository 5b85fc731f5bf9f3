package dev.emplace.power.domain.topology;

/** How a machine takes its power: equal supplies, split evenly over the feeds of its rack. */
public record PowerSupply(int count, long watts) {
    public PowerSupply {
        if (count <= 0 || watts <= 0) {
            throw new IllegalArgumentException("a machine has supplies, and they deliver watts");
        }
    }

    /** Watts that the supplies deliver which hang on the live feeds, where bit i of the mask is feed i. */
    public long deliverable(int feeds, int liveMask) {
        int live = 0;
        for (int feed = 0; feed < feeds; feed++) {
            if ((liveMask >> feed & 1) != 0) {
                live += count / feeds + (feed < count % feeds ? 1 : 0);
            }
        }
        return live * watts;
    }
}
