package dev.emplace.workload.domain.plan;

import java.util.Optional;

/**
 * A family of places that failed one constraint.
 *
 * @param family which places
 * @param number the number that failed, with its unit
 * @param limit the number that it had to meet
 * @param smallestChange the smallest change that would pass; "" where none is known
 * @param offers how many offers that rules out
 * @param power the assessment, where power-service said no
 */
public record Rejection(
        String family,
        Constraint constraint,
        String number,
        String limit,
        String smallestChange,
        String explanation,
        int offers,
        Optional<Original> power) {

    Rejection counting(int more) {
        return new Rejection(family, constraint, number, limit, smallestChange, explanation, more, power);
    }
}
