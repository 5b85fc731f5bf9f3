package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.estimate.Figure;
import dev.emplace.workload.domain.estimate.TokenThroughput;
import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.reading.Reading;
import dev.emplace.workload.domain.workload.Activity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What a million tokens, or a run, costs at a place: its total over what is achieved in the time that the total is for.
 * Empty where that is not known: a model of unknown size, one that writes no text, a run whose length nobody states.
 */
record UnitPrices(WorkloadClass workloadClass, Optional<TokenThroughput> throughput, Term term) {
    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

    /** Beyond it, work that is next to never busy, a price tells nothing. */
    private static final BigDecimal MOST = new BigDecimal("1E12");

    static UnitPrices of(Policy policy, Reading reading, Sizing sizing, Term term) {
        return new UnitPrices(
                reading.classification().workloadClass(),
                sizing.shape()
                        .filter(model -> model.generates() && answers(reading))
                        .map(model -> new TokenThroughput(
                                policy, model, reading.workload().needs())),
                term);
    }

    /** What stands at the edge may also be trained there. */
    private static boolean answers(Reading reading) {
        return switch (reading.classification().workloadClass()) {
            case SUSTAINED_INFERENCE, LOW_LATENCY_INFERENCE -> true;
            case EDGE_INFERENCE -> reading.workload().activity() == Activity.SERVING;
            case LARGE_MODEL_TRAINING,
                    RECURRING_TRAINING,
                    FINE_TUNING,
                    EXPERIMENTATION,
                    DEVELOPMENT,
                    BATCH_INFERENCE,
                    NOT_AI,
                    UNDETERMINED -> false;
        };
    }

    Placement priced(Placement place) {
        return place.priced(throughput
                .flatMap(writing -> writing.of(place.footprint()))
                .map(each -> perMillionTokens(place.footprint(), each, place.cost()))
                .filter(price -> price.highUsd().compareTo(MOST) <= 0)
                .or(() -> perRun(place)));
    }

    private UnitPrice perMillionTokens(Footprint footprint, Figure each, Cost cost) {
        BigDecimal seconds = term.runningHours().multiply(term.utilization()).multiply(SECONDS_PER_HOUR);
        BigDecimal replicaSeconds = seconds.multiply(BigDecimal.valueOf(footprint.replicas()));
        return new UnitPrice(
                UnitPrice.Unit.MILLION_TOKENS,
                per(cost, each.high(), replicaSeconds),
                per(cost, each.expected(), replicaSeconds),
                per(cost, each.low(), replicaSeconds),
                Show.usd(cost.totalUsd()) + " / (" + Show.number(each.expected(), 1) + " tokens/s ("
                        + Show.number(each.low(), 1) + " to " + Show.number(each.high(), 1) + ") x "
                        + footprint.replicas() + (footprint.replicas() == 1 ? " replica" : " replicas") + " x "
                        + Show.number(term.runningHours().doubleValue(), 2) + " h x 3600 s/h x "
                        + Show.percent(term.utilization()) + " busy) x 1000000 tokens; tokens/s = " + each.formula());
    }

    private static BigDecimal per(Cost cost, double tokensPerSecond, BigDecimal seconds) {
        BigDecimal tokens = BigDecimal.valueOf(tokensPerSecond).multiply(seconds);
        return cost.totalUsd().movePointRight(6).divide(tokens, PRECISION);
    }

    /** Work that pauses, or tries many things, is more than one run, and nobody states how many. */
    private Optional<UnitPrice> perRun(Placement place) {
        BigDecimal total = place.cost().totalUsd();
        boolean unknown = place.quote().habitat().purchase() == Purchase.SPOT
                && place.quote().reworkShare().isEmpty();
        boolean one = switch (workloadClass) {
            case LARGE_MODEL_TRAINING, FINE_TUNING, BATCH_INFERENCE -> term.stated() && !term.pauses();
            case RECURRING_TRAINING,
                    EXPERIMENTATION,
                    SUSTAINED_INFERENCE,
                    LOW_LATENCY_INFERENCE,
                    EDGE_INFERENCE,
                    DEVELOPMENT,
                    NOT_AI,
                    UNDETERMINED -> false;
        };
        return one
                ? Optional.of(UnitPrice.exact(
                        UnitPrice.Unit.RUN,
                        total,
                        Show.usd(total) + " for one run of "
                                + Show.number(term.hours().doubleValue(), 2) + " h, as stated"
                                + (unknown ? "; interruptions, which nobody states, come on top" : "")))
                : Optional.empty();
    }
}
