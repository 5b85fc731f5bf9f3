package dev.emplace.replay.domain;

/**
 * What interruptions add to work that begins anew after each. A run of T hours takes (1/λ + R)(e^{λT} − 1) billed hours
 * in expectation (Ross, Introduction to Probability Models, renewal of runs without checkpoints).
 *
 * @param hourlyRate λ, how often a spot machine is taken back in an hour
 * @param restartHours R, what starting again takes on billed machines
 */
public record Rework(double hourlyRate, double restartHours) {

    /** Billed hours for some hours of work. */
    public double billedHours(double hours) {
        return (1 / hourlyRate + restartHours) * Math.expm1(hourlyRate * hours);
    }

    /** Longest billed hours whose seconds can be counted; work that is interrupted more often than that never ends. */
    private static final double MOST_HOURS = 1e12;

    /** Whether some hours of work end at all on machines that are taken back. */
    public boolean ends(double hours) {
        return billedHours(hours) <= MOST_HOURS;
    }

    /** Billed hours over hours of work, where the work is of unknown length with this mean: at the mean. */
    public double factor(double expectedHours) {
        return billedHours(expectedHours) / expectedHours;
    }
}
