package dev.emplace.cli.output;

import dev.emplace.api.workload.v1.Footprint;
import dev.emplace.api.workload.v1.LatencyEstimate;
import dev.emplace.api.workload.v1.Placement;
import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.Rejection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Everything that a plan says: what it took the workload for, each place with its sums, and each rejection. */
public final class PlanExplanation {

    private PlanExplanation() {}

    public static void show(Plan plan, Sheet sheet) {
        PlanView.headline(plan, sheet);
        sheet.blank();
        ClassificationExplanation.show(plan.getClassification(), sheet);
        missing(plan, sheet);
        Map<Footprint, Integer> shown = new HashMap<>();
        plan.getPlacementsList().forEach(placement -> {
            Integer same = shown.putIfAbsent(placement.getFootprint(), placement.getRank());
            show(placement, Optional.ofNullable(same), sheet.blank());
        });
        sheet.blank().item("habitat (*)", plan.getHabitatNote());
        plan.getNotesList().forEach(note -> sheet.item("note", note));
        plan.getDegradationsList().forEach(text -> sheet.item(Tone.DOUBTFUL, "degraded", text));
        plan.getRejectionsList().forEach(rejection -> show(rejection, sheet.blank()));
        assumptions(plan, sheet);
        if (plan.hasPlannedDuration()) {
            sheet.blank().line("totals are for " + Figures.span(plan.getPlannedDuration()));
        }
        sheet.line("ranked by " + Names.words(plan.getObjective()) + " from " + PlanView.revisions(plan));
    }

    private static void missing(Plan plan, Sheet sheet) {
        plan.getMissingFactsList()
                .forEach(fact -> sheet.blank()
                        .item(Tone.DOUBTFUL, "NEEDS " + fact.getField(), fact.getQuestion())
                        .indented()
                        .item("because", fact.getExplanation())
                        .line("state it with " + PlanView.stating(fact.getField())));
    }

    /** {@code same} is the place whose footprint was shown before and is the same. */
    private static void show(Placement placement, Optional<Integer> same, Sheet sheet) {
        sheet.heading("PLACE " + placement.getRank() + ": "
                + Names.id(placement.getQuote().getOffer().getName()));
        Sheet body = sheet.indented();
        body.line(Names.words(placement.getHabitat()) + (placement.getInHabitat() ? ", where its class belongs" : "")
                + ": " + PlacementTable.machines(placement.getQuote()));
        placement.getReasonsList().forEach(reason -> body.line("- " + reason));
        same.ifPresentOrElse(
                rank -> body.line("needs what place " + rank + " needs"),
                () -> FootprintView.show(placement.getFootprint(), body));
        QuoteView.show(placement.getQuote(), body);
        total(placement, body);
        latency(placement, body);
        if (placement.hasPower()) {
            AssessmentView.show(placement.getPower(), body);
        } else if (!placement.getPowerVerified()) {
            body.line(Tone.DOUBTFUL, "its power is not verified: power-service was away");
        }
        if (placement.getHourlyGco2E() > 0) {
            body.item("emits", placement.getHourlyGco2E() + " g of CO2 equivalent an hour");
        }
    }

    private static void total(Placement placement, Sheet sheet) {
        if (placement.hasTransportPrice()
                && Figures.amount(placement.getTransportPrice()).signum() > 0) {
            sheet.line("bringing its input here costs " + Figures.price(placement.getTransportPrice()) + ", "
                    + Figures.price(placement.getTotalPrice()) + " with it");
        }
        if (placement.hasUnitPrice()) {
            sheet.item(UnitPriceText.label(placement.getUnitPrice()), UnitPriceText.of(placement.getUnitPrice()));
        }
        if (placement.hasCommittedDuration()) {
            sheet.item(Tone.DOUBTFUL, "binds for", Figures.span(placement.getCommittedDuration()));
        }
    }

    private static void latency(Placement placement, Sheet sheet) {
        if (placement.hasRoundTrip()) {
            sheet.item(
                    "round trip",
                    Figures.milliseconds(placement.getRoundTrip()) + " estimated, at least "
                            + Figures.milliseconds(placement.getRoundTripFloor()) + ": light in fibre is no faster");
        }
        if (placement.hasComputeLatency()) {
            LatencyEstimate latency = placement.getComputeLatency();
            sheet.item(
                    "computes for",
                    Figures.milliseconds(latency.getExpected()) + " (" + Figures.milliseconds(latency.getLow()) + " to "
                            + Figures.milliseconds(latency.getHigh()) + ") = " + latency.getFormula());
        }
    }

    private static void show(Rejection rejection, Sheet sheet) {
        String count = rejection.getOfferCount() > 0 ? " (" + rejection.getOfferCount() + " offers)" : "";
        sheet.heading("REJECTED " + rejection.getFamily() + count + ": " + Names.words(rejection.getConstraint()));
        Sheet body = sheet.indented();
        body.line(rejection.getNumber() + " against a limit of " + rejection.getLimit());
        body.item("because", rejection.getExplanation());
        body.item("closest", rejection.getClosest());
        body.item("smallest change", rejection.getSmallestChange());
        body.item("rules out", String.join(", ", rejection.getAcceleratorsList()));
        if (rejection.hasPower()) {
            AssessmentView.show(rejection.getPower(), body);
        }
    }

    private static void assumptions(Plan plan, Sheet sheet) {
        if (plan.getAssumptionsCount() > 0) {
            sheet.blank().heading("ASSUMED");
        }
        plan.getAssumptionsList()
                .forEach(a -> sheet.indented()
                        .line(a.getField() + " = " + a.getValue() + ": " + a.getReason()
                                + FactFlags.replacing(a.getField())));
    }
}
