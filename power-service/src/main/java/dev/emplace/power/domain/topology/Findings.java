package dev.emplace.power.domain.topology;

import java.util.ArrayList;
import java.util.List;

/** The findings of a review, in the order in which they were made. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    void error(String field, String message) {
        found.add(new Finding(Finding.Severity.ERROR, field, message));
    }

    void warning(String field, String message) {
        found.add(new Finding(Finding.Severity.WARNING, field, message));
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
