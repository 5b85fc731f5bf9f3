package dev.emplace.pricing.ingest.files;

/** The formats that files may have. */
public enum FileFormat {
    CSV,
    SKYPILOT,
    AZURE,
    AWS,
    GCP
}
