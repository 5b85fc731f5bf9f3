package dev.emplace.pricing.domain.accelerators;

/** What an accelerator is made to compute. */
public enum AcceleratorKind {
    GPU(true),
    /** Built for models alone: TPU, Trainium, Inferentia, Gaudi, the neural engine of a telephone. */
    AI_PROCESSOR(true),
    /** Programmable logic: computes what somebody has designed a circuit for. */
    FPGA(false),
    /** Transcodes video, and nothing else. */
    VIDEO(false);

    private final boolean runsModels;

    AcceleratorKind(boolean runsModels) {
        this.runsModels = runsModels;
    }

    /** Whether models of the usual frameworks run on it. */
    public boolean runsModels() {
        return runsModels;
    }
}
