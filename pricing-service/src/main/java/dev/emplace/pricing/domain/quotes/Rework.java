package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What interruptions add to work, as a share of it. With checkpoints each τ hours that take δ, restarts that take R and
 * interruptions at the rate λ: where λ(τ+δ) ≤ 0.1, δ/τ + λ(τ/2 + R) (Young, CACM 1974), beyond it
 * e^{λR}(e^{λ(τ+δ)} − 1)/(λτ) − 1 (Daly, FGCS 2006). Without checkpoints a run of T hours takes
 * (1/λ + R)(e^{λT} − 1).
 *
 * @param rate λ of the whole job, an hour
 * @param interval τ; absent without checkpoints
 * @param billed with the restart that is billed
 * @param elapsedShare with the wait as well
 */
public record Rework(
        Method method, BigDecimal rate, Optional<Duration> interval, Factor billed, BigDecimal elapsedShare) {

    /** The formula that holds. */
    public enum Method {
        YOUNG,
        DALY,
        WITHOUT_CHECKPOINTS
    }

    static final BigDecimal LARGEST_EXPONENT = BigDecimal.TEN;
    static final BigDecimal LARGEST_SHARE = BigDecimal.valueOf(1000);

    private static final BigDecimal RARE = new BigDecimal("0.1");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final String REQUEST = "request";

    public BigDecimal billedShare() {
        return billed.value();
    }

    /** Empty where the work would take more than a thousand times its hours. */
    static Optional<Rework> of(Interruptions interruptions, BigDecimal machines, BigDecimal runHours) {
        var rate = interruptions.machineRatePerHour().multiply(machines, PRECISION);
        var restart = Hours.of(interruptions.restart());
        var later = restart.add(Hours.of(interruptions.waiting()), PRECISION);
        var rework = interruptions.checkpoints().isPresent()
                ? withCheckpoints(interruptions.checkpoints().get(), rate, restart, later)
                : withoutCheckpoints(rate, restart, later, runHours);
        return rework.filter(each -> each.elapsedShare().compareTo(LARGEST_SHARE) <= 0);
    }

    private static Optional<Rework> withCheckpoints(
            Interruptions.Checkpoints checkpoints, BigDecimal rate, BigDecimal restart, BigDecimal later) {
        var delta = Hours.of(checkpoints.duration());
        var chosen = checkpoints.interval().orElseGet(() -> BestInterval.of(rate, delta));
        var tau = Hours.of(chosen);
        var exposure = rate.multiply(tau.add(delta), PRECISION);
        if (exposure.add(rate.multiply(later, PRECISION)).compareTo(LARGEST_EXPONENT) > 0) {
            return Optional.empty();
        }
        var tauSource = checkpoints.interval().isPresent() ? REQUEST : "the interval of the least rework";
        var inputs = List.of(
                rateInput(rate),
                new Input("tau", tau, "h", tauSource),
                new Input("delta", delta, "h", REQUEST),
                new Input("restart", restart, "h", REQUEST));
        if (exposure.compareTo(RARE) <= 0) {
            var text = "(delta / tau + lambda * (tau / 2 + restart))";
            var billed = new Factor(text, young(rate, tau, delta, restart), inputs);
            return Optional.of(
                    new Rework(Method.YOUNG, rate, Optional.of(chosen), billed, young(rate, tau, delta, later)));
        }
        var text = "(exp(lambda * restart) * (exp(lambda * (tau + delta)) - 1) / (lambda * tau) - 1)";
        var billed = new Factor(text, daly(rate, tau, delta, restart), inputs);
        return Optional.of(new Rework(Method.DALY, rate, Optional.of(chosen), billed, daly(rate, tau, delta, later)));
    }

    private static Optional<Rework> withoutCheckpoints(
            BigDecimal rate, BigDecimal restart, BigDecimal later, BigDecimal runHours) {
        if (rate.multiply(runHours, PRECISION).compareTo(LARGEST_EXPONENT) > 0) {
            return Optional.empty();
        }
        var text = "((1 / lambda + restart) * (exp(lambda * run_hours) - 1) / run_hours - 1)";
        var inputs = List.of(
                rateInput(rate),
                new Input("restart", restart, "h", REQUEST),
                new Input("run_hours", runHours, "h", "the work of one run"));
        return Optional.of(new Rework(
                Method.WITHOUT_CHECKPOINTS,
                rate,
                Optional.empty(),
                new Factor(text, anew(rate, restart, runHours), inputs),
                anew(rate, later, runHours)));
    }

    private static BigDecimal young(BigDecimal rate, BigDecimal tau, BigDecimal delta, BigDecimal restart) {
        var lost = tau.divide(TWO, PRECISION).add(restart, PRECISION);
        return delta.divide(tau, PRECISION).add(rate.multiply(lost, PRECISION), PRECISION);
    }

    private static BigDecimal daly(BigDecimal rate, BigDecimal tau, BigDecimal delta, BigDecimal restart) {
        var segment = Exponential.of(rate.multiply(tau.add(delta), PRECISION)).subtract(BigDecimal.ONE, PRECISION);
        return Exponential.of(rate.multiply(restart, PRECISION))
                .multiply(segment, PRECISION)
                .divide(rate.multiply(tau, PRECISION), PRECISION)
                .subtract(BigDecimal.ONE, PRECISION);
    }

    private static BigDecimal anew(BigDecimal rate, BigDecimal restart, BigDecimal runHours) {
        return BigDecimal.ONE
                .divide(rate, PRECISION)
                .add(restart, PRECISION)
                .multiply(Exponential.of(rate.multiply(runHours, PRECISION)).subtract(BigDecimal.ONE), PRECISION)
                .divide(runHours, PRECISION)
                .subtract(BigDecimal.ONE, PRECISION);
    }

    private static Input rateInput(BigDecimal rate) {
        return new Input("lambda", rate, "1/h", "machines times the machine's rate in the request");
    }
}
