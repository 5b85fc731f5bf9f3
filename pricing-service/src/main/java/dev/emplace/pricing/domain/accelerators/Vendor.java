package dev.emplace.pricing.domain.accelerators;

/** Who makes an accelerator. */
public enum Vendor {
    NVIDIA,
    AMD,
    GOOGLE,
    AWS,
    INTEL,
    QUALCOMM
}
