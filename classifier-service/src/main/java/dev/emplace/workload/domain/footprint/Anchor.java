package dev.emplace.workload.domain.footprint;

/**
 * A published measurement of a model that answers one inference at a time.
 *
 * @param accelerator id of the accelerator, such as nvidia-jetson-agx-orin-64gb
 * @param flops dense BF16 peak of that accelerator
 * @param bandwidth bytes a second of its memory
 * @param millis latency at the 99th percentile
 */
public record Anchor(String accelerator, double flops, double bandwidth, double millis) {}
