package dev.emplace.workload.domain.policy;

import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.FieldViolation;
import dev.emplace.workload.domain.WorkloadReason;
import java.util.List;
import java.util.Map;

/** A policy that cannot be used; the message names the path, the line, what is wrong there and what would be right. */
public final class InvalidPolicyException extends Failure {
    private static final long serialVersionUID = 1;

    public InvalidPolicyException(String path, int line, String problem) {
        super(
                WorkloadReason.INVALID_POLICY,
                "policy, " + place(path, line) + ": " + problem,
                Map.of("line", Integer.toString(line), "path", path),
                List.of(new FieldViolation("policy", place(path, line) + ": " + problem)),
                null);
    }

    private static String place(String path, int line) {
        return "line " + line + ", " + (path.isEmpty() ? "(root)" : path);
    }
}
