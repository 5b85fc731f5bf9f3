package dev.emplace.cli.output;

import dev.emplace.api.workload.v1.Placement;
import dev.emplace.api.workload.v1.UnitPriceEstimate;
import dev.emplace.api.workload.v1.WorkUnit;
import java.util.List;

/** What one unit of the work costs, in words. */
final class UnitPriceText {

    private UnitPriceText() {}

    /** All places of a plan are for the same work, and so have the same unit. */
    static String heading(List<Placement> placements) {
        boolean runs = placements.stream()
                .anyMatch(placement -> placement.getUnitPrice().getUnit() == WorkUnit.WORK_UNIT_RUN);
        return runs ? "$/RUN" : "$/M TOKENS";
    }

    /** "$3.53 ($2.90 to $4.38) = USD 11388.00 / ..."; an interval that is a point is not shown. */
    static String of(UnitPriceEstimate price) {
        boolean exact = price.getLow().equals(price.getHigh());
        return Figures.price(price.getExpected())
                + (exact ? "" : " (" + Figures.price(price.getLow()) + " to " + Figures.price(price.getHigh()) + ")")
                + " = " + price.getFormula();
    }

    static String label(UnitPriceEstimate price) {
        return "for each " + (price.getUnit() == WorkUnit.WORK_UNIT_RUN ? "run" : "million tokens");
    }
}
