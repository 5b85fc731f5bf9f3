package dev.emplace.cli.command;

import java.util.Locale;

/** When to print in colours. */
public enum ColorChoice {
    /** On a terminal, unless NO_COLOR is set or the terminal is a dumb one. */
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
