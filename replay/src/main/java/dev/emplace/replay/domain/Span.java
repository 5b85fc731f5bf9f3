package dev.emplace.replay.domain;

import java.util.Optional;

/** A stretch of a trace's time, in seconds from its beginning: {@code from} belongs to it, {@code to} does not. */
public record Span(long from, long to) {

    private static final double HOUR_SECONDS = 3600;

    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no span of time from " + from + " to " + to);
        }
    }

    public long seconds() {
        return to - from;
    }

    public double hours() {
        return seconds() / HOUR_SECONDS;
    }

    /** The part of it that lies in a window; empty where none does. */
    public Optional<Span> within(Span window) {
        long start = Math.max(from, window.from);
        long end = Math.min(to, window.to);
        return start < end ? Optional.of(new Span(start, end)) : Optional.empty();
    }
}
