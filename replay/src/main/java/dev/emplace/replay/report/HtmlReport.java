package dev.emplace.replay.report;

import dev.emplace.replay.Found;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a replay found, as one page for people who pay: charts and all in the page itself, nothing is fetched. */
public final class HtmlReport {

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;color:#1a2330;max-width:960px;margin:2.5em auto;padding:0 1.5em}
            h1{font-size:1.7em;line-height:1.25;margin:.2em 0}h2{font-size:1.15em;margin:2.2em 0 .4em}
            .lead{color:#4a5666;margin:.2em 0 1.2em}.tag{display:inline-block;padding:.15em .7em;border-radius:1em;font-size:.85em}
            .good{background:#d9f0e3;color:#0d5c33}.bad{background:#fbe4d8;color:#8a3208}
            .cards{display:flex;gap:1em;margin:1.4em 0;flex-wrap:wrap}.card{flex:1;min-width:9em;border:1px solid #dde3ea;border-radius:.6em;padding:.8em 1em}
            .card b{display:block;font-size:1.6em}.card span{color:#4a5666;font-size:.85em}
            table{border-collapse:collapse;width:100%;font-size:.92em}th{text-align:left;color:#4a5666;font-weight:500}
            td,th{padding:.35em .6em;border-bottom:1px solid #e7ebf0}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
            svg{width:100%;height:auto}svg text{font:13px system-ui,sans-serif;fill:#1a2330}li{margin:.2em 0}.small{color:#4a5666;font-size:.85em}
            """;

    /** Too little to be called a saving: less than a thousandth. */
    private static final double NOTHING = 0.001;

    private final Found found;

    private HtmlReport(Found found) {
        this.found = found;
    }

    public static String of(Found found) {
        return new HtmlReport(found).page();
    }

    private String page() {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Replay of "
                + text(found.trace())
                + "</title><style>" + STYLE + "</style></head><body>\n" + head() + cards()
                + section(
                        "What each way to place the work costs",
                        "Each bar is the bill for the same work over the same time, by where the money goes. The dotted"
                                + " line is a sum that nobody can get below: full machines, perfect foresight.",
                        BarChart.stacked(found.policies(), found.bound()))
                + bills()
                + section(
                        "Where the saving comes from",
                        "Emplace with one more kind of place at each step, from the left: the last bar is all of them.",
                        BarChart.steps(found.waterfall()))
                + sensitivities() + facts() + "</body></html>\n";
    }

    private String head() {
        List<String> shortfalls = Shortfalls.of(found);
        String verdict = shortfalls.isEmpty()
                ? "<span class=\"tag good\">at most half of the baseline, below the greedy choice, nothing violated</span>"
                : "<span class=\"tag bad\">target not met: " + text(String.join("; ", shortfalls)) + "</span>";
        return "<p class=\"small\">Replay of " + text(found.trace()) + "</p><h1>" + sentence() + "</h1><p>" + verdict
                + "</p>\n";
    }

    private String sentence() {
        double saved = 1 - found.share();
        String much = Math.abs(saved) < NOTHING
                ? "as much as"
                : Amounts.percent(Math.abs(saved)) + (saved > 0 ? " less than" : " more than");
        return "Emplace would have paid " + much + " a hyperscaler's on-demand prices";
    }

    private String cards() {
        return "<div class=\"cards\">"
                + card(Amounts.dollars(found.emplace().total()), "Emplace's bill")
                + card(Amounts.dollars(found.baseline().total()), "hyperscaler on demand, the same work")
                + card(Amounts.dollars(found.greedy().total()), "cheapest place at each arrival")
                + card(
                        Integer.toString(found.emplace().verdict().violations().size()),
                        "constraints violated, by an independent check")
                + "</div>\n";
    }

    private static String card(String number, String label) {
        return "<div class=\"card\"><b>" + number + "</b><span>" + label + "</span></div>";
    }

    private String bills() {
        String rows = found.policies().stream().map(this::bill).collect(Collectors.joining());
        return "<table><tr><th>Policy</th><th class=\"n\">Bill</th><th class=\"n\">Of the baseline</th>"
                + "<th class=\"n\">Violations</th><th>Held all the time</th></tr>" + rows + "</table>\n";
    }

    private String bill(Found.Line line) {
        double share = line.total().doubleValue() / found.baseline().total().doubleValue();
        String base = line.base().entrySet().stream()
                .map(entry -> entry.getValue() + " x " + entry.getKey().replace("offers/", ""))
                .collect(Collectors.joining(", "));
        return row(
                List.of(line.name()),
                List.of(
                        Amounts.dollars(line.total()),
                        Amounts.percent(share),
                        Integer.toString(line.verdict().violations().size())),
                List.of(base));
    }

    private String sensitivities() {
        String rows = found.sensitivities().stream()
                .map(s -> row(
                        List.of(s.name()),
                        List.of(Amounts.percent(s.ofBaseline()), Amounts.percent(s.ofGreedy())),
                        List.of()))
                .collect(Collectors.joining());
        return section(
                "If prices were other",
                "Emplace's bill over the baseline's and over the greedy's, all three decided anew.",
                "<table><tr><th>What changes</th><th class=\"n\">Of the baseline</th><th class=\"n\">Of the greedy</th></tr>"
                        + rows + "</table>");
    }

    private String facts() {
        String figures =
                found.figures().entrySet().stream().map(HtmlReport::fact).collect(Collectors.joining());
        String decisions = String.format(
                Locale.ROOT,
                "<tr><td>decisions that asked the suite</td><td class=\"n\">%,d, median %.1f ms, 99th percentile %.1f ms</td></tr>",
                found.decisionNanos().size(),
                found.latencyMillis(0.5),
                found.latencyMillis(0.99));
        String assumed = found.assumptions().stream()
                .map(assumption -> "<li>" + text(assumption) + "</li>")
                .collect(Collectors.joining());
        return "<h2>What was replayed</h2><table>" + figures + decisions
                + "</table><h2>What is taken for granted</h2><ul>" + assumed + "</ul>\n";
    }

    private static String fact(Map.Entry<String, String> figure) {
        return row(List.of(figure.getKey()), List.of(figure.getValue()), List.of());
    }

    private static String row(List<String> names, List<String> numbers, List<String> texts) {
        return "<tr>" + cells("<td>", names) + cells("<td class=\"n\">", numbers) + cells("<td>", texts) + "</tr>";
    }

    private static String cells(String open, List<String> values) {
        return values.stream().map(value -> open + text(value) + "</td>").collect(Collectors.joining());
    }

    private static String section(String title, String lead, String body) {
        return "<h2>" + title + "</h2><p class=\"lead\">" + lead + "</p>" + body + "\n";
    }

    static String text(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
