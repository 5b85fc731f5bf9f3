package dev.emplace.pricing.persistence;

import java.time.Instant;

/** One transaction that publishes: which feed, at which revision, at which time. */
record Publication(String feed, long revision, Instant time) {}
