package dev.emplace.pricing.domain.accelerators;

/** How an accelerator is built in, which decides its power limit and what connects it to its neighbours. */
public enum FormFactor {
    /** NVIDIA's socketed module on a baseboard with NVLink and NVSwitch. */
    SXM,
    /** A card in a PCI Express slot. */
    PCIE,
    /** A PCI Express card sold for bridged pairs. */
    NVL,
    /** An Open Compute accelerator module, such as AMD Instinct on its baseboard. */
    OAM,
    /** Processor and accelerators in one package. */
    SUPERCHIP,
    /** A chip that is sold only within a provider's pod, such as a TPU. */
    POD_SLICE,
    /** A system on a chip or module: the accelerator is the computer. */
    SOC
}
