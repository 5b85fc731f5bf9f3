package dev.emplace.cli.output;

import dev.emplace.api.power.v1.ApplyTopologyResponse;
import dev.emplace.api.power.v1.TopologyChangeKind;
import java.util.Locale;

/** What applying a topology changed, or would. */
public final class TopologyChangesView {
    private static final String PREFIX = "TOPOLOGY_CHANGE_KIND_";

    private TopologyChangesView() {}

    public static void show(ApplyTopologyResponse response, boolean dryRun, Sheet sheet) {
        Table table = new Table(Column.text("CHANGE"), Column.name("WHAT", 20), Column.prose("HOW", 20));
        response.getChangesList()
                .forEach(change ->
                        table.row(Tone.PLAIN, word(change.getKind()), change.getPath(), change.getDescription()));
        sheet.table(table);
        response.getWarningsList().forEach(warning -> sheet.item(Tone.DOUBTFUL, "warning", warning));
        response.getBrokenReservationsList().forEach(name -> sheet.item(Tone.DOUBTFUL, "no longer fits", name));
        response.getCurtailedReservationsList().forEach(name -> sheet.item(Tone.DOUBTFUL, "to shed", name));
        String done = response.getChangesCount() == 0 ? "nothing changes" : dryRun ? "would be applied" : "applied";
        sheet.line(response.getSite().getName() + ": " + done + ", revision " + response.getRevision());
    }

    private static String word(TopologyChangeKind kind) {
        return kind.name().substring(PREFIX.length()).toLowerCase(Locale.ROOT);
    }
}
