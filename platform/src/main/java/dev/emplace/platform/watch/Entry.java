package dev.emplace.platform.watch;

/** A change, and where it stands in its log. */
public record Entry<C>(Position position, C change) {}
