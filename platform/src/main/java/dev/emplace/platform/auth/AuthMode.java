package dev.emplace.platform.auth;

/** How callers prove who they are. */
public enum AuthMode {
    /** Not at all: whoever reaches the port may call every method. */
    NONE
}
