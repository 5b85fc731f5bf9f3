package dev.emplace.platform.auth;

/** Whether callers prove who they are. */
public enum AuthMode {
    /** Not at all: whoever reaches the port may call every method. */
    NONE,
    /** By a token or a certificate; without a way to check either, the service does not start. */
    REQUIRED
}
