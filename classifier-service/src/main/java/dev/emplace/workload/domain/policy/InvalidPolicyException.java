package dev.emplace.workload.domain.policy;

/** A policy that cannot be used; the message names the path, the line, what is wrong there and what would be right. */
public final class InvalidPolicyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InvalidPolicyException(String path, int line, String problem) {
        super("policy, line " + line + ", " + path + ": " + problem);
    }
}
