package dev.emplace.power.domain.reservation;

/** What a command led to, and the site's revision after it. */
public record Outcome(Change change, long revision) {}
