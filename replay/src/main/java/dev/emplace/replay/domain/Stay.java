package dev.emplace.replay.domain;

/** A workload on a machine for a time. */
public record Stay(String workload, String machine, Span span) {}
