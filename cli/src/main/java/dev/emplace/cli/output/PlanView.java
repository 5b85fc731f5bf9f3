package dev.emplace.cli.output;

import dev.emplace.api.power.v1.Assessment;
import dev.emplace.api.power.v1.Binding;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.Quote;
import dev.emplace.api.workload.v1.Classification;
import dev.emplace.api.workload.v1.Placement;
import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.Rejection;
import dev.emplace.cli.output.Table.Column;
import java.io.PrintWriter;
import java.util.List;

/** A plan, for a person at a terminal. */
public final class PlanView {

    private final int width;
    private final PrintWriter out;

    public PlanView(int width, PrintWriter out) {
        this.width = width;
        this.out = out;
    }

    public void print(Plan plan) {
        headline(plan);
        plan.getMissingFactsList().forEach(fact -> paragraph("needs " + fact.getField(), fact.getQuestion()));
        placements(plan.getPlacementsList());
        paragraph("habitat", plan.getHabitatNote());
        plan.getDegradationsList().forEach(text -> paragraph("degraded", text));
        rejections(plan.getRejectionsList());
        plan.getAssumptionsList()
                .forEach(a -> paragraph("assumed", a.getField() + " = " + a.getValue() + ": " + a.getReason()));
        out.println(revisions(plan));
        out.flush();
    }

    private void headline(Plan plan) {
        Classification c = plan.getClassification();
        out.println(Names.bare(c.getWorkloadClass()) + " (confidence " + Figures.percent(c.getConfidence()) + "): "
                + Names.words(plan.getOutcome()));
        Wrapping.wrap(plan.getSummary(), width).forEach(out::println);
        out.println();
    }

    private void placements(List<Placement> placements) {
        Table table = new Table(
                width,
                Column.number("#"),
                Column.text("WHERE"),
                Column.text("OFFER"),
                Column.number("MACHINES"),
                Column.number("$/HOUR"),
                Column.number("$/GPU-HOUR"),
                Column.text("RTT"),
                Column.text("POWER"));
        placements.forEach(p -> row(table, p));
        if (!table.isEmpty()) {
            out.println(table);
        }
    }

    private static void row(Table table, Placement placement) {
        Quote quote = placement.getQuote();
        Offer offer = quote.getOffer();
        table.row(
                Integer.toString(placement.getRank()),
                Names.words(placement.getHabitat()) + (placement.getInHabitat() ? " *" : ""),
                Names.id(offer.getName()),
                quote.getMachineCount() + " x "
                        + offer.getMachine().getAcceleratorCount().getValue() + " "
                        + Names.id(offer.getMachine().getAccelerator()),
                Figures.price(quote.getHourlyPrice()),
                Figures.price(quote.getUsefulAcceleratorHourPrice()),
                placement.hasRoundTrip() ? Figures.milliseconds(placement.getRoundTrip()) : "",
                power(placement));
    }

    private static String power(Placement placement) {
        if (!placement.hasPower()) {
            return placement.getQuote().getOffer().getPlace().getSite().isEmpty() ? "" : "not verified";
        }
        Assessment power = placement.getPower();
        return Figures.watts(power.getDraw().getPeakWatts()) + " peak, " + headroom(power);
    }

    private static String headroom(Assessment power) {
        Binding binding = power.getBinding();
        return Figures.watts(power.getHeadroomWatts()) + " left at " + binding.getNode();
    }

    private void rejections(List<Rejection> rejections) {
        Table table = new Table(
                width,
                Column.text("REJECTED"),
                Column.text("FAILED"),
                Column.text("NUMBER"),
                Column.text("LIMIT"),
                Column.text("SMALLEST CHANGE"));
        rejections.forEach(r -> table.row(
                r.getFamily(), Names.words(r.getConstraint()), r.getNumber(), r.getLimit(), r.getSmallestChange()));
        if (!table.isEmpty()) {
            out.println(table);
        }
    }

    private void paragraph(String label, String text) {
        if (!text.isEmpty()) {
            Wrapping.wrap(label + ": " + text, width).forEach(out::println);
            out.println();
        }
    }

    private static String revisions(Plan plan) {
        StringBuilder text = new StringBuilder("catalog revision " + plan.getCatalogRevision());
        plan.getSiteRevisionsList()
                .forEach(site -> text.append(", ")
                        .append(Names.id(site.getSite()))
                        .append(" revision ")
                        .append(site.getRevision()));
        return text + ", policy " + plan.getPolicyVersion();
    }
}
