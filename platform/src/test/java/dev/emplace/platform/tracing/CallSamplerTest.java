package dev.emplace.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallSamplerTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Sampler all = CallSampler.of(1);
    private final Sampler none = CallSampler.of(0);

    @Test
    void aCallBeginsATrace() {
        assertThat(decision(all, Context.root(), SpanKind.SERVER)).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
        assertThat(decision(none, Context.root(), SpanKind.SERVER)).isEqualTo(SamplingDecision.DROP);
    }

    @Test
    void whatAServiceDoesByItselfBeginsNone() {
        assertThat(decision(all, Context.root(), SpanKind.CLIENT)).isEqualTo(SamplingDecision.DROP);
        assertThat(decision(all, Context.root(), SpanKind.INTERNAL)).isEqualTo(SamplingDecision.DROP);
    }

    @Test
    void theCallersDecisionIsKept() {
        assertThat(decision(none, caller(TraceFlags.getSampled()), SpanKind.CLIENT))
                .isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
        assertThat(decision(all, caller(TraceFlags.getDefault()), SpanKind.SERVER))
                .isEqualTo(SamplingDecision.DROP);
    }

    private static SamplingDecision decision(Sampler sampler, Context parent, SpanKind kind) {
        return sampler.shouldSample(parent, TRACE, "span", kind, Attributes.empty(), List.of())
                .getDecision();
    }

    private static Context caller(TraceFlags flags) {
        return Context.root()
                .with(Span.wrap(
                        SpanContext.createFromRemoteParent(TRACE, "00f067aa0ba902b7", flags, TraceState.getDefault())));
    }
}
