package dev.emplace.pricing.domain.imports;

import java.util.UUID;

/** What makes a call safe to repeat: its id, and a fingerprint of its body. */
public record RequestKey(UUID id, String fingerprint) {}
