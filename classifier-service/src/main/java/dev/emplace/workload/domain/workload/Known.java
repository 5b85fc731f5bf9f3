package dev.emplace.workload.domain.workload;

import java.util.Optional;

/** Choices between what is stated and what was there before. */
final class Known {
    private Known() {}

    static <T> Optional<T> first(Optional<T> stated, Optional<T> before) {
        return stated.isPresent() ? stated : before;
    }

    static String first(String stated, String before) {
        return stated.isEmpty() ? before : stated;
    }
}
