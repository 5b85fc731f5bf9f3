package dev.emplace.workload.domain.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** One replica or one training job that spans machines needs a network made for it. */
final class FabricCheck implements Check {
    @Override
    public Optional<Failure> of(Candidate candidate) {
        BigDecimal perMachine = candidate.quote().perMachine();
        int together = candidate.footprint().perReplica();
        boolean spans = perMachine.compareTo(BigDecimal.valueOf(together)) < 0;
        boolean joined = !candidate.quote().fabric().isEmpty() && perMachine.compareTo(BigDecimal.ONE) > 0;
        if (!spans || joined) {
            return Optional.empty();
        }
        String fewer =
                candidate.fewer(perMachine.setScale(0, RoundingMode.FLOOR).intValue());
        return Failure.of(
                Constraint.FABRIC,
                perMachine.stripTrailingZeros().toPlainString() + " in a machine, "
                        + (candidate.quote().fabric().isEmpty()
                                ? "no fabric"
                                : candidate.quote().fabric()),
                together + " together",
                fewer.isEmpty() ? "passes with " + together + " in one machine, or a fabric between machines" : fewer,
                "its accelerators must work as one, and this offer does not join them",
                together / Math.max(0.001, perMachine.doubleValue()));
    }
}
