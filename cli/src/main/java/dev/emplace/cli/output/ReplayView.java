package dev.emplace.cli.output;

import dev.emplace.replay.Found;
import dev.emplace.replay.Found.Line;
import dev.emplace.replay.report.Amounts;
import dev.emplace.replay.report.Shortfalls;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a replay found, for a terminal. */
public final class ReplayView {

    private static final int VIOLATIONS_SHOWN = 3;

    private ReplayView() {}

    public static void show(Found found, Sheet sheet) {
        sheet.heading("Emplace pays " + Amounts.percent(found.share()) + " of what hyperscalers take on demand for "
                + found.trace());
        List<String> shortfalls = Shortfalls.of(found);
        if (shortfalls.isEmpty()) {
            sheet.line(Tone.GOOD, "at most half of the baseline, below the greedy choice, no constraint violated");
        } else {
            sheet.line(Tone.BAD, "target not met: " + String.join("; ", shortfalls));
        }
        sheet.blank().table(policies(found)).blank();
        sheet.table(waterfall(found)).blank();
        sheet.table(sensitivities(found)).blank();
        found.policies().forEach(line -> violations(line, sheet));
        found.figures().forEach(sheet::item);
        sheet.item("decisions that asked the suite", decisions(found));
        sheet.item("assumed", String.join("; ", found.assumptions()));
        sheet.item("log", found.folder());
    }

    private static Table policies(Found found) {
        Table table = new Table(
                Column.text("POLICY"),
                Column.number("BILL"),
                Column.number("OF BASELINE"),
                Column.number("OWNED"),
                Column.number("COMMITTED"),
                Column.number("GPU CLOUD"),
                Column.number("SPOT"),
                Column.number("HYPERSCALER"),
                Column.number("EGRESS"),
                Column.number("VIOLATIONS"));
        found.policies()
                .forEach(line -> table.row(
                        line.name().equals(found.emplace().name()) ? Tone.STRONG : Tone.PLAIN,
                        line.name(),
                        Amounts.dollars(line.total()),
                        share(line.total(), found),
                        part(line, "owned"),
                        part(line, "committed"),
                        part(line, "gpu_cloud"),
                        part(line, "spot"),
                        part(line, "hyperscaler_on_demand"),
                        part(line, "egress"),
                        Integer.toString(line.verdict().violations().size())));
        table.row(
                Tone.FAINT,
                "clairvoyant bound",
                Amounts.dollars(found.bound()),
                share(found.bound(), found),
                "",
                "",
                "",
                "",
                "",
                "",
                "");
        return table;
    }

    private static Table waterfall(Found found) {
        Table table = new Table(
                Column.text("EMPLACE, STEP BY STEP"),
                Column.number("BILL"),
                Column.number("OF BASELINE"),
                Column.text("HELD ALL THE TIME"));
        found.waterfall()
                .forEach(line ->
                        table.row(line.name(), Amounts.dollars(line.total()), share(line.total(), found), base(line)));
        return table;
    }

    private static String base(Line line) {
        return line.base().entrySet().stream()
                .map(entry -> entry.getValue() + " x " + Names.id(entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static Table sensitivities(Found found) {
        Table table = new Table(
                Column.text("IF"), Column.number("OF BASELINE"), Column.number("OF GREEDY"), Column.number("UNPLACED"));
        found.sensitivities()
                .forEach(s -> table.row(
                        s.name(),
                        Amounts.percent(s.ofBaseline()),
                        Amounts.percent(s.ofGreedy()),
                        Integer.toString(s.unplaced())));
        return table;
    }

    private static void violations(Line line, Sheet sheet) {
        List<String> all = line.verdict().violations();
        if (!all.isEmpty()) {
            String shown = all.stream().limit(VIOLATIONS_SHOWN).collect(Collectors.joining("; "));
            String more = all.size() > VIOLATIONS_SHOWN ? "; and " + (all.size() - VIOLATIONS_SHOWN) + " more" : "";
            sheet.item("violated by " + line.name(), shown + more);
        }
    }

    private static String decisions(Found found) {
        return String.format(
                Locale.ROOT,
                "%,d, median %.1f ms, 99th percentile %.1f ms",
                found.decisionNanos().size(),
                found.latencyMillis(0.5),
                found.latencyMillis(0.99));
    }

    private static String part(Line line, String name) {
        BigDecimal usd = line.parts().getOrDefault(name, BigDecimal.ZERO);
        return usd.signum() == 0 ? "" : Amounts.dollars(usd);
    }

    private static String share(BigDecimal usd, Found found) {
        return Amounts.percent(usd.doubleValue() / found.baseline().total().doubleValue());
    }
}
