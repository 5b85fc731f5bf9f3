package dev.emplace.cli.output;

import com.google.type.LatLng;
import dev.emplace.api.power.v1.Assessment;
import dev.emplace.api.power.v1.RackGroup;
import dev.emplace.api.power.v1.Topology;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Our own sites: in a table, or one in full. */
public final class SiteView {

    private SiteView() {}

    public static Table table(List<SiteReport> reports) {
        Table table = new Table(
                Column.name("SITE", 16),
                Column.prose("KIND", 11),
                Column.text("AT").leftOut(2),
                Column.number("HELD"),
                Column.prose("FREE ACCELERATORS", 30),
                Column.number("PUE"),
                Column.number("$/KWH").leftOut(1));
        reports.forEach(report -> {
            Topology topology = report.site().getTopology();
            table.row(
                    Names.id(report.site().getName()),
                    Names.words(topology.getKind()),
                    place(topology),
                    Figures.watts(report.heldWatts()),
                    free(report),
                    pue(report),
                    Figures.price(topology.getEnergyUnitPrice()));
        });
        return table;
    }

    public static void show(SiteReport report, Sheet sheet) {
        Topology topology = report.site().getTopology();
        sheet.heading(Names.id(report.site().getName()) + ": " + topology.getDisplayName());
        Sheet body = sheet.indented();
        body.item("is", Names.words(topology.getKind()) + " at " + place(topology));
        body.item(
                "energy",
                Figures.price(topology.getEnergyUnitPrice()) + " for a kilowatt-hour, " + topology.getGridGco2EPerKwh()
                        + " g of CO2 equivalent in it");
        body.item("PUE", pue(report));
        body.item("held", Figures.watts(report.heldWatts()) + " by live reservations");
        body.item(
                "built of",
                topology.getNodesCount() + " power nodes, " + topology.getCoolingUnitsCount() + " cooling units, "
                        + topology.getRackGroupsCount() + " rack groups");
        sheet.blank().indented().table(racks(topology.getRackGroupsList()));
        sheet.blank().heading("FREE, while any one node is out");
        report.assessments()
                .forEach(assessment -> body.item(
                        assessment.getItemId(),
                        assessment.getFittingAcceleratorCount() + " would fit; binding next is "
                                + AssessmentView.binding(assessment.getBinding())));
        sheet.blank().line(Tone.FAINT, "revision " + report.site().getRevision());
    }

    private static Table racks(List<RackGroup> groups) {
        Table table = new Table(
                Column.name("RACK GROUP", 12),
                Column.number("RACKS"),
                Column.prose("FED BY", 12),
                Column.number("FEED LIMIT"),
                Column.prose("MACHINES IN A RACK", 24));
        groups.forEach(group -> table.row(
                group.getGroupId(),
                Integer.toString(group.getRackCount()),
                String.join(", ", group.getFedByList()),
                Figures.watts(group.getFeedLimitWatts()),
                group.getServersList().stream()
                        .map(slot -> slot.getServerCount() + " x " + slot.getAcceleratorsPerServer() + " "
                                + Names.id(slot.getAccelerator()))
                        .collect(Collectors.joining(", "))));
        return table;
    }

    private static String free(SiteReport report) {
        Map<String, Long> standing = SiteReport.accelerators(report.site());
        return report.assessments().stream()
                .map(a -> a.getFittingAcceleratorCount() + " of " + standing.getOrDefault(a.getItemId(), 0L) + " "
                        + a.getItemId())
                .collect(Collectors.joining(", "));
    }

    private static String pue(SiteReport report) {
        return report.assessments().stream()
                .map(Assessment::getPue)
                .map(pue -> pue.getValue())
                .findFirst()
                .orElse("");
    }

    private static String place(Topology topology) {
        LatLng at = topology.getLocation();
        return String.format(Locale.ROOT, "%s %.2f,%.2f", topology.getCountry(), at.getLatitude(), at.getLongitude());
    }
}
