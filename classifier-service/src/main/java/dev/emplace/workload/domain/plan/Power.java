package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.plan.Capacity.Answer;
import dev.emplace.workload.domain.plan.Capacity.CapacityUnknownException;
import dev.emplace.workload.domain.reading.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What our own sites say of every footprint, or why they could not be asked. */
record Power(Answer answer, Optional<String> unknown) {
    /** Accelerators that one call may ask about. */
    static final int MOST_DEMANDS = 64;

    static Power ask(Capacity capacity, Reading reading, List<Footprint> footprints, Map<String, Long> revisions) {
        List<Capacity.Demand> demands = footprints.stream()
                .filter(footprint -> !footprint.accelerator().device())
                .limit(MOST_DEMANDS)
                .map(footprint -> Capacity.Demand.of(reading, footprint))
                .toList();
        if (demands.isEmpty()) {
            return new Power(Answer.EMPTY, Optional.empty());
        }
        try {
            return new Power(capacity.assess(demands, revisions), Optional.empty());
        } catch (CapacityUnknownException away) {
            return new Power(Answer.EMPTY, Optional.of(String.valueOf(away.getMessage())));
        }
    }

    /** A site's own draw, PUE and energy price, for each kind that was assessed there. */
    List<Prices.SiteConditions> conditions(List<Footprint> footprints) {
        List<Prices.SiteConditions> conditions = new ArrayList<>();
        for (Capacity.Assessment assessment : answer.assessments()) {
            Optional<Capacity.Site> site = answer.site(assessment.site());
            int count = footprints.stream()
                    .filter(f -> f.accelerator().name().equals(assessment.accelerator()))
                    .mapToInt(Footprint::accelerators)
                    .findFirst()
                    .orElse(0);
            if (site.isPresent() && count > 0) {
                conditions.add(new Prices.SiteConditions(
                        assessment.site(),
                        assessment.accelerator(),
                        (int) Math.min(100_000, assessment.meanWatts() / count),
                        assessment.pue().max(BigDecimal.ONE),
                        site.get().usdPerKwh()));
            }
        }
        return conditions;
    }

    boolean verified() {
        return unknown.isEmpty();
    }
}
