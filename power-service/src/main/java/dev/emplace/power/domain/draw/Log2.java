package dev.emplace.power.domain.draw;

/** The logarithm to base 2, which batches and models grow by. */
final class Log2 {
    private Log2() {}

    static double of(double x) {
        return Math.log(x) / Math.log(2);
    }
}
