package dev.emplace.pricing.domain.offers;

/** What carries traffic between instances well enough to train over several of them. */
public enum Fabric {
    EFA("EFA"),
    INFINIBAND("InfiniBand"),
    /** RDMA over Ethernet, GPUDirect-TCPX included. */
    RDMA_ETHERNET("RDMA Ethernet"),
    /** A TPU's own links between chips. */
    INTER_CHIP("ICI");

    private final String displayName;

    Fabric(String displayName) {
        this.displayName = displayName;
    }

    public String displayName() {
        return displayName;
    }
}
