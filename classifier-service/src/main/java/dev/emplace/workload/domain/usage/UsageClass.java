package dev.emplace.workload.domain.usage;

/** How a load varies, and what that implies for where it runs. */
public enum UsageClass {
    /** It varies little. */
    SUSTAINED("most of it is there at any time: commit or own its base, at sites with long terms"),
    /** It comes back every day. */
    DIURNAL("it comes back each day: commit the base, and let an autoscaler follow the day with capacity paid by use"),
    /** It varies much, and not by the day. */
    BURSTY("peaks cannot be foreseen by the day: commit little, keep capacity paid by use and a short time to start"),
    /** It is hardly there. */
    IDLE("it is hardly used: scale to zero, or share an accelerator; commit nothing");

    private final String implication;

    UsageClass(String implication) {
        this.implication = implication;
    }

    public String implication() {
        return implication;
    }
}
