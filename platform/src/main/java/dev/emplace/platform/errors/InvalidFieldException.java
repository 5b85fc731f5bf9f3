package dev.emplace.platform.errors;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fields of a request break their constraints; all of them are named at once. */
public final class InvalidFieldException extends Failure {

    public InvalidFieldException(String field, String description) {
        this(List.of(new FieldViolation(field, description)));
    }

    public InvalidFieldException(List<FieldViolation> violations) {
        super(CommonReason.INVALID_FIELD, describe(violations), Map.of(), violations, null);
    }

    private static String describe(List<FieldViolation> violations) {
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("an invalid field must be named");
        }
        return violations.stream()
                .limit(3)
                .map(violation -> violation.field() + ": " + violation.description())
                .collect(Collectors.joining("; ", "", rest(violations.size() - 3)));
    }

    private static String rest(int more) {
        return more <= 0 ? "" : "; and " + more + " more";
    }
}
