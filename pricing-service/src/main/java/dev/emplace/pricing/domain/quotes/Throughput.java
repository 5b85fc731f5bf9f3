package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all machines together achieve while they work; what is absent is not asked for. */
public record Throughput(
        Optional<BigDecimal> tokensPerSecond,
        Optional<BigDecimal> requestsPerSecond,
        Optional<BigDecimal> trainingRuns) {

    public static final Throughput NONE = new Throughput(Optional.empty(), Optional.empty(), Optional.empty());

    /** How many of a unit a usage achieves. */
    public record Achieved(String unit, BigDecimal quantity, String formula) {}

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final String SECONDS = "_per_second * 3600 * hours * utilization";

    List<Achieved> achieved(Usage usage) {
        var seconds = usage.hours().multiply(usage.utilization(), PRECISION).multiply(SECONDS_PER_HOUR, PRECISION);
        var achieved = new ArrayList<Achieved>();
        tokensPerSecond.ifPresent(rate -> achieved.add(new Achieved(
                "million tokens",
                rate.multiply(seconds, PRECISION).movePointLeft(6),
                "tokens" + SECONDS + " / 1000000")));
        requestsPerSecond.ifPresent(
                rate -> achieved.add(new Achieved("request", rate.multiply(seconds, PRECISION), "requests" + SECONDS)));
        trainingRuns.ifPresent(runs -> achieved.add(new Achieved("training run", runs, "training_run_count")));
        return achieved;
    }
}
