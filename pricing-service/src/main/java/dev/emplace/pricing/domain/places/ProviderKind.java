package dev.emplace.pricing.domain.places;

/** What sort of place a provider is, from renting by the second to owning the device. */
public enum ProviderKind {
    HYPERSCALER,
    GPU_CLOUD,
    COLOCATION,
    ON_PREMISES,
    /** A small site near its users. */
    REGIONAL_EDGE,
    DEVICE
}
