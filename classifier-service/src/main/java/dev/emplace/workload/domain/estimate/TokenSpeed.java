package dev.emplace.workload.domain.estimate;

import dev.emplace.workload.domain.estimate.Figure.Quantity;
import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.footprint.Footprints;
import dev.emplace.workload.domain.footprint.ModelShape;
import dev.emplace.workload.domain.latency.Latencies;
import dev.emplace.workload.domain.latency.Latency;
import dev.emplace.workload.domain.workload.ServiceNeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A replica that writes text: its step, its first token, what it writes in a second, and how many requests it holds.
 *
 * @param tokenMillis how long a token may take
 */
record TokenSpeed(
        ModelShape model,
        ServiceNeeds needs,
        Footprints.Load load,
        Optional<Double> tokenMillis,
        Footprints footprints,
        Latencies latencies)
        implements Speed {
    private static final List<String> STEP = List.of(
            "model.weight_bits",
            "model.cache_bits",
            "prompt_tokens",
            "concurrent_requests",
            "inputs[latency.layer_ms]",
            "inputs[latency.prefill_use]");

    @Override
    public List<Figure> figures(Footprint footprint) {
        List<Figure> figures = new ArrayList<>();
        int requests = load.concurrentRequests();
        Latency step = step(footprint, requests);
        figures.add(Speed.figure(Quantity.DECODE_STEP_MILLISECONDS, step, STEP));
        latencies
                .of(needs, model, footprint.accelerator(), footprint.perReplica())
                .ifPresent(first -> figures.add(Speed.figure(
                        Quantity.FIRST_TOKEN_MILLISECONDS,
                        first,
                        List.of("prompt_tokens", "compute_latency", "inputs[latency.prefill_use]"))));
        written(requests, step).ifPresent(figures::add);
        int most = footprints.mostRequests(model, footprint.accelerator(), footprint.perReplica(), load);
        figures.add(held(most));
        tokenMillis.ifPresent(objective -> within(objective, most, footprint, figures));
        return figures;
    }

    /** What it writes in a second; empty where the step may take no time. */
    Optional<Figure> written(Footprint footprint) {
        return written(load.concurrentRequests(), step(footprint, load.concurrentRequests()));
    }

    private static Optional<Figure> written(int requests, Latency step) {
        return Speed.rate(
                Quantity.TOKENS_PER_SECOND,
                requests,
                step,
                requests + " requests / the decode step, without what reading prompts takes",
                STEP);
    }

    private Latency step(Footprint footprint, int requests) {
        return latencies.step(model, footprint.accelerator(), footprint.perReplica(), requests, needs.promptTokens());
    }

    /** Caches take all of their context at worst; a tenth of it, as the footprint's interval says, lets ten times in. */
    private Figure held(int most) {
        return new Figure(
                Quantity.REQUESTS_IN_MEMORY,
                most,
                most,
                10.0 * most,
                "memory that weights and runtime leave / a cache of " + load.contextTokens()
                        + " tokens; up to ten times as many of a tenth of it",
                List.of("context_tokens", "model.cache_bits", "inputs[footprint.usable_share]"));
    }

    private void within(double objective, int most, Footprint footprint, List<Figure> figures) {
        int expected = most(most, requests -> step(footprint, requests).expected() <= objective);
        int low = most(most, requests -> step(footprint, requests).high() <= objective);
        int high = most(most, requests -> step(footprint, requests).low() <= objective);
        List<String> by = List.of("token_objective", "context_tokens", "inputs[latency.layer_ms]");
        figures.add(new Figure(
                Quantity.REQUESTS_WITHIN_OBJECTIVE,
                Math.min(low, expected),
                expected,
                Math.max(expected, high),
                "the most, of " + most + " that memory holds, whose decode step takes no longer than " + objective
                        + " ms",
                by));
        if (expected > 0) {
            Speed.rate(
                            Quantity.TOKENS_PER_SECOND_WITHIN_OBJECTIVE,
                            expected,
                            step(footprint, expected),
                            expected + " requests / their decode step",
                            by)
                    .ifPresent(figures::add);
        }
    }

    /** The most requests that pass, since a step takes the longer the more there are; 0 where one does not. */
    private static int most(int limit, IntPredicate passes) {
        int passing = 0;
        int failing = limit == Integer.MAX_VALUE ? limit : limit + 1;
        while (failing - passing > 1) {
            int middle = passing + (failing - passing) / 2;
            if (passes.test(middle)) {
                passing = middle;
            } else {
                failing = middle;
            }
        }
        return passing;
    }
}
