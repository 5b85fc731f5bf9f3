package dev.emplace.replay;

import dev.emplace.replay.check.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a replay found.
 *
 * @param settings what it took for granted
 * @param policies each policy's bill, the first baseline first and Emplace last
 * @param bound what no policy gets below
 * @param waterfall Emplace with one more kind of place each
 * @param sensitivities the headline's shares at other prices and stand-ins
 * @param decisionNanos how long each decision by the suite took
 * @param assumptions each in a sentence
 * @param folder where the log is
 */
public record Found(
        String trace,
        Settings settings,
        Map<String, String> figures,
        List<Line> policies,
        BigDecimal bound,
        List<Line> waterfall,
        List<Sensitivity> sensitivities,
        List<Long> decisionNanos,
        List<String> assumptions,
        String folder) {

    /**
     * One policy.
     *
     * @param parts of the bill in USD, by where the money goes
     * @param base machines that are held all the time
     */
    public record Line(
            String name, BigDecimal total, Map<String, BigDecimal> parts, Map<String, Integer> base, Verdict verdict) {}

    /**
     * The headline under one other assumption.
     *
     * @param ofBaseline Emplace's bill over the first baseline's
     * @param ofGreedy the same over the greedy's
     */
    public record Sensitivity(String name, double ofBaseline, double ofGreedy, int unplaced) {}

    public Line baseline() {
        return policies.get(0);
    }

    public Line emplace() {
        return policies.get(policies.size() - 1);
    }

    public Line greedy() {
        return policies.get(1);
    }

    /** Emplace's bill as a share of the first baseline's. */
    public double share() {
        return emplace().total().doubleValue() / baseline().total().doubleValue();
    }

    /** A decision's time in milliseconds that a share of decisions does not exceed. */
    public double latencyMillis(double percentile) {
        List<Long> sorted = decisionNanos.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * percentile)) / 1e6;
    }
}
