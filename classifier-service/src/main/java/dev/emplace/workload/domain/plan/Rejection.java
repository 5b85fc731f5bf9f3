package dev.emplace.workload.domain.plan;

import java.util.List;
import java.util.Optional;

/**
 * A family of places that failed one constraint, with the numbers of the one that comes closest to passing.
 *
 * @param family which places
 * @param number the number that failed, with its unit
 * @param limit the number that it had to meet
 * @param smallestChange the smallest change with which the closest passes, all that is in its way taken together; ""
 *     where none is known
 * @param offers how many offers that rules out
 * @param accelerators display names of the kinds that it rules out
 * @param closest the offer or the accelerator that the numbers are of; "" where there is none
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
        List<String> accelerators,
        String closest,
        Optional<Original> power) {
    public Rejection {
        accelerators = List.copyOf(accelerators);
    }

    /** One that no offer was asked for. */
    static Rejection unasked(
            String family,
            Constraint constraint,
            String number,
            String limit,
            String smallestChange,
            String explanation,
            List<String> accelerators,
            String closest) {
        return new Rejection(
                family,
                constraint,
                number,
                limit,
                smallestChange,
                explanation,
                0,
                accelerators,
                closest,
                Optional.empty());
    }
}
