package dev.emplace.cli.output;

import dev.emplace.api.workload.v1.Classification;
import dev.emplace.api.workload.v1.EdgeRuleVerdict;
import dev.emplace.api.workload.v1.Evidence;
import dev.emplace.api.workload.v1.Workload;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why a workload is what it is: all evidence, the runner-up, the facts and the rules about the edge. */
public final class ClassificationExplanation {

    private ClassificationExplanation() {}

    public static void show(Classification c, Sheet sheet) {
        sheet.heading("CLASS");
        Sheet body = sheet.indented();
        body.line(verdict(c));
        body.item("belongs in", c.getHabitatsList().stream().map(Names::words).collect(Collectors.joining(", ")));
        body.item("because", c.getReason());
        body.item(Tone.DOUBTFUL, "ask", c.getQuestion());
        section(sheet, "EVIDENCE", evidence(c.getEvidenceList()));
        section(sheet, "FACTS", facts(c.getDerived()));
        section(sheet, "RULES ABOUT THE EDGE", edgeRules(c.getEdgeRulesList()));
    }

    static void section(Sheet sheet, String heading, Table table) {
        if (!table.isEmpty()) {
            sheet.blank().heading(heading).indented().table(table);
        }
    }

    private static String verdict(Classification c) {
        String first = Names.bare(c.getWorkloadClass()) + " " + Figures.percent(c.getConfidence());
        return c.getRunnerUpValue() == 0
                ? first
                : first + ", then " + Names.bare(c.getRunnerUp()) + " " + Figures.percent(c.getRunnerUpConfidence());
    }

    private static Table evidence(List<Evidence> evidence) {
        Table table = new Table(
                Column.number("WEIGHT"),
                Column.prose("SPEAKS FOR", 14),
                Column.prose("READ AT", 16),
                Column.prose("READ", 14),
                Column.prose("BECAUSE (RULE)", 16));
        evidence.forEach(e -> table.row(
                String.format(Locale.ROOT, "%+.2f", e.getWeight()),
                Names.bare(e.getWorkloadClass()),
                (e.getLine() > 0 ? "line " + e.getLine() + ", " : "") + e.getPath(),
                e.getObserved(),
                e.getExplanation() + " (" + e.getRule() + ")"));
        return table;
    }

    private static Table facts(Workload derived) {
        Table table = new Table(Column.prose("FACT", 12), Column.prose("VALUE", 12), Column.text("REPLACED BY"));
        StatedFacts.of(derived).forEach((field, value) -> table.row(field, value, FactFlags.of(field)));
        return table;
    }

    private static Table edgeRules(List<EdgeRuleVerdict> rules) {
        Table table = new Table(
                Column.prose("RULE", 10),
                Column.prose("SAYS", 8),
                Column.prose("NUMBER", 8),
                Column.prose("THRESHOLD", 9),
                Column.prose("WHICH MEANS", 16));
        rules.forEach(rule -> table.row(
                rule.getRule(),
                Names.words(rule.getOutcome()),
                rule.getNumber(),
                rule.getThreshold(),
                rule.getExplanation()));
        return table;
    }
}
