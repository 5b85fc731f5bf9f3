package dev.emplace.workload.domain.footprint;

import java.util.List;
import java.util.Locale;

/**
 * Memory of one serving replica. A replica fits if 1.05 W / TP + 2.3 GiB + KV <= 0.84 of an accelerator's memory, with W
 * the weights, TP the tensor-parallel size and KV the key-value cache of one accelerator (values of the KAITO project,
 * Apache-2.0, as parameters of the policy).
 */
final class ServingMemory {
    private final ModelShape model;
    private final FootprintParameters parameters;
    private final int context;
    private final int requests;

    ServingMemory(ModelShape model, FootprintParameters parameters, int context, int concurrency) {
        this.model = model;
        this.parameters = parameters;
        this.context = context;
        this.requests = concurrency;
    }

    double weights() {
        return model.parameters() * (model.weightBits() / 8.0) * (1 + parameters.weightOverhead());
    }

    /** Key-value cache of one accelerator; latent attention keeps all of it on each. */
    double cache(int tensorParallel) {
        return model.cacheBytes(tensorParallel, context) * requests;
    }

    double perAccelerator(int tensorParallel) {
        return parameters.runtimeFactor() * weights() / tensorParallel
                + parameters.runtimeBytes()
                + cache(tensorParallel);
    }

    boolean fits(AcceleratorFacts accelerator, int tensorParallel) {
        return perAccelerator(tensorParallel) <= parameters.usable() * accelerator.memoryBytes();
    }

    /** Heads are split evenly; a model without heads is not split. */
    boolean splits(int tensorParallel) {
        return tensorParallel == 1 || (model.generates() && model.attention().heads() % tensorParallel == 0);
    }

    /** All of a replica: weights exactly known but for the overhead, the cache between a tenth and all of its requests. */
    Interval total(int tensorParallel) {
        double expected = perAccelerator(tensorParallel) * tensorParallel;
        double least = weights() / (1 + parameters.weightOverhead()) + cache(tensorParallel) * tensorParallel / 10;
        return Interval.of(Math.min(least, expected), expected, expected * 1.1);
    }

    List<FootprintPart> parts(int tensorParallel) {
        double weights = weights() * parameters.runtimeFactor();
        double cache = cache(tensorParallel) * tensorParallel;
        double runtime = parameters.runtimeBytes() * tensorParallel;
        FootprintPart weightsPart = new FootprintPart(
                "weights",
                Interval.of(weights() / (1 + parameters.weightOverhead()), weights, weights),
                String.format(
                        Locale.ROOT,
                        "%.2f x %,d parameters x %d bits / 8 x %.2f",
                        parameters.runtimeFactor(),
                        model.parameters(),
                        model.weightBits(),
                        1 + parameters.weightOverhead()),
                "model.weight_bits");
        FootprintPart runtimePart = new FootprintPart(
                "runtime",
                Interval.of(runtime, runtime, runtime),
                String.format(
                        Locale.ROOT,
                        "%d accelerators x %.1f GiB",
                        tensorParallel,
                        parameters.runtimeBytes() / (1 << 30)),
                "");
        FootprintPart cachePart = new FootprintPart(
                "key-value cache",
                Interval.of(cache / 10, cache, cache),
                cacheFormula(tensorParallel),
                "context_tokens");
        return model.generates() ? List.of(weightsPart, runtimePart, cachePart) : List.of(weightsPart, runtimePart);
    }

    /** Requests that fit beside the weights; 0 where not even these do. */
    int mostRequests(AcceleratorFacts accelerator, int tensorParallel) {
        double each = model.cacheBytes(tensorParallel, context);
        double free = parameters.usable() * accelerator.memoryBytes()
                - (perAccelerator(tensorParallel) - cache(tensorParallel));
        return free < 0 || each == 0 ? 0 : (int) Math.min(free / each, Integer.MAX_VALUE);
    }

    private String cacheFormula(int tensorParallel) {
        return model.attention().cacheFormula(model.layers(), tensorParallel) + " x " + context + " tokens x "
                + requests + " requests" + (tensorParallel == 1 ? "" : ", on each of " + tensorParallel);
    }
}
