package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.reading.Reading;
import dev.emplace.workload.domain.workload.AskedAccelerators;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The speed that a workload's owner asks for by naming accelerators: other kinds must match it in number. Training and
 * batches go by dense BF16 operations, serving by memory bandwidth, in each replica.
 *
 * @param kind as named; "" where only a number is asked for
 * @param count of that kind, in the whole of a training job or in one replica that serves
 * @param each speed of one of them
 */
record Wish(String kind, int count, Measure measure, double each) {
    private static final double MOST = 1e9;

    /** What speed is measured by. */
    enum Measure {
        OPERATIONS("TFLOP/s of dense BF16"),
        BANDWIDTH("TB/s of memory bandwidth");

        private final String unit;

        Measure(String unit) {
            this.unit = unit;
        }

        /** 0 is unknown. */
        double of(AcceleratorFacts kind) {
            return switch (this) {
                case OPERATIONS -> kind.flops();
                case BANDWIDTH -> kind.bandwidth();
            };
        }
    }

    static Optional<Wish> of(Reading reading, List<AcceleratorFacts> catalog, Policy policy) {
        boolean together = reading.classification().workloadClass().worksOff();
        Measure measure = together ? Measure.OPERATIONS : Measure.BANDWIDTH;
        AskedAccelerators asked = reading.workload().accelerators();
        int count = together
                ? asked.inAll(reading.workload().needs().replicas())
                : asked.perReplica().orElse(0);
        Optional<AcceleratorFacts> fastest = catalog.stream()
                .filter(kind -> kind.isCalled(asked.kind()))
                .max(Comparator.comparingDouble(measure::of));
        if (count > 0 && fastest.isPresent() && measure.of(fastest.get()) > 0) {
            return Optional.of(new Wish(asked.kind(), count, measure, measure.of(fastest.get())));
        }
        return together && count > 0
                ? Optional.of(new Wish("", count, measure, policy.number("footprint.reference_tflops") * 1e12))
                : Optional.empty();
    }

    /** How many of a kind are as fast; empty where that kind's speed is not known. */
    OptionalInt least(AcceleratorFacts of) {
        if (of.isCalled(kind)) {
            return OptionalInt.of(count);
        }
        double ratio = ratio(of);
        return ratio == 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.min(MOST, Math.ceil(count * ratio - 1e-9)));
    }

    /** How many to ask for so that no more than so many of a kind are needed; "" where not even one. */
    String atMost(AcceleratorFacts of, int most) {
        double ratio = of.isCalled(kind) ? 1 : ratio(of);
        int asked = ratio == 0 ? 0 : (int) Math.floor(most / ratio + 1e-9);
        String what = kind.isEmpty() ? "accelerators" : "x " + kind;
        return asked == 0
                ? ""
                : "fits if " + asked + " " + what + " are asked for in all, " + (count - asked) + " fewer";
    }

    /** Accelerators of another kind for each one that is asked for; 0 is unknown. Without a kind, never fewer. */
    private double ratio(AcceleratorFacts of) {
        double speed = measure.of(of);
        return speed == 0 ? 0 : kind.isEmpty() ? Math.max(1, each / speed) : each / speed;
    }

    String limit() {
        return Show.number(each / 1e12, 2) + " " + measure.unit + " for each of " + count;
    }

    Assumed assumed() {
        return new Assumed(
                "accelerators",
                kind.isEmpty()
                        ? count + " of any kind, more of those with less than " + Show.number(each / 1e12, 2) + " "
                                + measure.unit
                        : "as fast as " + count + " x " + kind + ", by " + measure.unit,
                kind.isEmpty()
                        ? "they are asked for without their kind"
                        : "it asks for them, and their speed is taken to be needed");
    }
}
