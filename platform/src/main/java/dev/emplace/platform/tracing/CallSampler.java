package dev.emplace.platform.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Traces begin with calls: what a service does by itself, such as looking at its database every second, makes none. A
 * caller who traces decides for the whole trace.
 */
final class CallSampler implements Sampler {

    private final Sampler calls;

    private CallSampler(Sampler calls) {
        this.calls = calls;
    }

    /** {@code ratio} is the share of calls without a trace of their own that begin one, 0 to 1. */
    static Sampler of(double ratio) {
        return Sampler.parentBased(new CallSampler(Sampler.traceIdRatioBased(ratio)));
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        return kind == SpanKind.SERVER
                ? calls.shouldSample(parent, traceId, name, kind, attributes, links)
                : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "CallSampler{" + calls.getDescription() + "}";
    }
}
