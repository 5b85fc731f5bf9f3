package dev.emplace.power.domain.draw;

/** The curve from 0 to 1 that draw follows between idling and its limit. */
final class Logistic {
    private Logistic() {}

    static double at(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
