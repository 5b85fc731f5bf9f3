package dev.emplace.workload.domain.plan;

import java.util.Optional;

/** As many accelerators must stand at one place, and be free. */
final class ScaleCheck implements Check {
    @Override
    public Optional<Failure> of(Candidate candidate) {
        int needed = candidate.footprint().accelerators();
        return candidate
                .assessment()
                .filter(Capacity.Assessment::shortOfMachines)
                .flatMap(site -> Failure.of(
                        Constraint.SCALE,
                        site.fittingCount() + " free",
                        needed + " accelerators",
                        site.fittingCount() == 0
                                ? "passes with " + needed + " of them free there"
                                : candidate.fewerOr(
                                        site.fittingCount(), "passes with " + needed + " of them free there"),
                        "the site has no more machines of this kind that are free",
                        needed / Math.max(0.5, site.fittingCount())));
    }
}
