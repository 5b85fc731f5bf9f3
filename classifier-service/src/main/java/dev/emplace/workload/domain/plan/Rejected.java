package dev.emplace.workload.domain.plan;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** A candidate with all that it fails, the most fundamental first. */
record Rejected(Candidate candidate, List<Failure> failures) {
    /** First who can pass at all, then who has least in the way, then who is nearest, then who is cheapest. */
    static final Comparator<Rejected> CLOSEST = Comparator.comparing(Rejected::hopeless)
            .thenComparing(rejected -> rejected.failures().size())
            .thenComparing(Rejected::distance)
            .thenComparing(Rejected::total)
            .thenComparing(rejected -> rejected.candidate().quote().offer());

    Rejected {
        failures = List.copyOf(failures);
    }

    Failure first() {
        return failures.get(0);
    }

    /** Offers of one kind of place that fail by the same are one family. */
    String family() {
        return Candidate.family(candidate.quote().habitat());
    }

    private boolean hopeless() {
        return failures.stream().anyMatch(failure -> failure.change().isEmpty());
    }

    private double distance() {
        return failures.stream().mapToDouble(Failure::distance).sum();
    }

    private BigDecimal total() {
        return candidate.cost().totalUsd();
    }

    /** All changes that it takes; "" where one of them is unknown. */
    String change() {
        return hopeless()
                ? ""
                : String.join(
                        "; and ",
                        failures.stream().map(Failure::change).distinct().toList());
    }
}
