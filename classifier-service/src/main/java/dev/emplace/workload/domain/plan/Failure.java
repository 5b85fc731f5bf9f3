package dev.emplace.workload.domain.plan;

import java.util.Optional;

/**
 * One constraint that a place fails.
 *
 * @param number the number that failed, with its unit
 * @param limit the number that it had to meet
 * @param change the smallest change that would pass this constraint; "" where none is known
 * @param distance how far that is from passing, as a share of the limit: the smaller, the closer
 * @param power the assessment, where power-service said no
 */
record Failure(
        Constraint constraint,
        String number,
        String limit,
        String change,
        String explanation,
        double distance,
        Optional<Original> power) {
    static Optional<Failure> of(
            Constraint constraint, String number, String limit, String change, String explanation, double distance) {
        return Optional.of(new Failure(constraint, number, limit, change, explanation, distance, Optional.empty()));
    }

    /** A failure that is a yes or a no, and so neither near nor far. */
    static Optional<Failure> of(Constraint constraint, String number, String limit, String change, String explanation) {
        return of(constraint, number, limit, change, explanation, 1);
    }
}
