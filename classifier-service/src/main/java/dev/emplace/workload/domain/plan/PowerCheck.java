package dev.emplace.workload.domain.plan;

import java.util.Optional;

/** Power and cooling must suffice under every failure that the site must survive. */
final class PowerCheck implements Check {
    @Override
    public Optional<Failure> of(Candidate candidate) {
        return candidate
                .assessment()
                .filter(site -> !site.fits() && !site.shortOfMachines())
                .map(site -> new Failure(
                        Constraint.POWER,
                        Show.kilowatts(site.shortfallWatts()) + " short",
                        site.binding(),
                        candidate.fewerOr(
                                site.fittingCount(),
                                "fits with " + Show.kilowatts(site.shortfallWatts()) + " more at " + site.binding()),
                        "power or cooling does not suffice for "
                                + candidate.footprint().accelerators() + " accelerators; it would for "
                                + site.fittingCount(),
                        candidate.footprint().accelerators() / Math.max(0.5, site.fittingCount()),
                        Optional.of(site.original())));
    }
}
