package dev.emplace.pricing.domain.search;

/** Arithmetic of ranks, which are nanos of US dollars an hour. */
final class Ranks {

    private Ranks() {}

    /** Of two numbers not below zero; what exceeds a long is as dear as can be. */
    static long product(long left, long right) {
        long product = left * right;
        return Math.multiplyHigh(left, right) == 0 && product >= 0 ? product : Long.MAX_VALUE;
    }
}
