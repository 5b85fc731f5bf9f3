package dev.emplace.replay.report;

import dev.emplace.replay.Found;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Bills as bars, in SVG. */
final class BarChart {

    private static final int WIDTH = 900;
    private static final int LABELS = 230;
    private static final int FIGURES = 90;
    private static final int BAR = 26;
    private static final int ROW = 40;
    private static final int STEP_HEIGHT = 240;
    private static final Map<String, String> COLOURS = Map.of(
            "hyperscaler_on_demand", "#7d8fa6",
            "spot", "#e0a63a",
            "committed", "#9b6fb0",
            "gpu_cloud", "#3f8fce",
            "owned", "#2f9e6e",
            "egress", "#c8553d");
    private static final List<String> ORDER =
            List.of("owned", "committed", "gpu_cloud", "spot", "hyperscaler_on_demand", "egress");

    private BarChart() {}

    /** One bar for each policy, with the bound as a line. */
    static String stacked(List<Found.Line> lines, BigDecimal bound) {
        double most = lines.stream()
                .mapToDouble(line -> line.total().doubleValue())
                .max()
                .orElse(1);
        double scale = (WIDTH - LABELS - FIGURES) / most;
        int height = lines.size() * ROW + 34;
        StringBuilder svg = new StringBuilder(open(height));
        for (int i = 0; i < lines.size(); i++) {
            bar(svg, lines.get(i), i * ROW + 4, scale);
        }
        double x = LABELS + bound.doubleValue() * scale;
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"0\" x2=\"%.1f\" y2=\"%d\" stroke=\"#1a2330\" stroke-dasharray=\"3 4\"/>",
                x,
                x,
                lines.size() * ROW));
        legend(svg, height - 14);
        return svg.append("</svg>").toString();
    }

    private static void bar(StringBuilder svg, Found.Line line, int y, double scale) {
        svg.append(label(0, y + 18, "start", line.name()));
        double x = LABELS;
        for (String part : ORDER) {
            double width = line.parts().getOrDefault(part, BigDecimal.ZERO).doubleValue() * scale;
            svg.append(rectangle(x, y, width, BAR, COLOURS.getOrDefault(part, "#999")));
            x += width;
        }
        svg.append(label(x + 8, y + 18, "start", Amounts.dollars(line.total())));
    }

    private static void legend(StringBuilder svg, int y) {
        double x = LABELS;
        for (String part : ORDER) {
            svg.append(rectangle(x, y - 10, 12, 12, COLOURS.getOrDefault(part, "#999")));
            String words = Amounts.words(part);
            svg.append(label(x + 17, y, "start", words));
            x += 34 + 7.2 * words.length();
        }
    }

    /** Bills from left to right, with what each step saves. */
    static String steps(List<Found.Line> lines) {
        double most = lines.stream()
                .mapToDouble(line -> line.total().doubleValue())
                .max()
                .orElse(1);
        double column = (double) WIDTH / lines.size();
        StringBuilder svg = new StringBuilder(open(STEP_HEIGHT + 70));
        for (int i = 0; i < lines.size(); i++) {
            double total = lines.get(i).total().doubleValue();
            double height = total / most * (STEP_HEIGHT - 30);
            double x = i * column + 24;
            double top = STEP_HEIGHT - height;
            svg.append(rectangle(x, top, column - 48, height, i == 0 ? "#7d8fa6" : "#2f9e6e"));
            svg.append(label(
                    x + (column - 48) / 2,
                    top - 8,
                    "middle",
                    Amounts.dollars(lines.get(i).total())));
            svg.append(label(
                    x + (column - 48) / 2,
                    STEP_HEIGHT + 20,
                    "middle",
                    lines.get(i).name()));
            if (i > 0) {
                double change = total / lines.get(i - 1).total().doubleValue() - 1;
                svg.append(label(x + (column - 48) / 2, STEP_HEIGHT + 40, "middle", change(change)));
            }
        }
        return svg.append("</svg>").toString();
    }

    private static String change(double change) {
        return Math.abs(change) < 0.0005 ? "no change" : String.format(Locale.ROOT, "%+.1f%%", 100 * change);
    }

    private static String open(int height) {
        return "<svg viewBox=\"0 0 " + WIDTH + " " + height + "\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\">";
    }

    private static String rectangle(double x, double y, double width, double height, String colour) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                x,
                y,
                Math.max(0, width),
                Math.max(0, height),
                colour);
    }

    private static String label(double x, double y, String anchor, String words) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                x,
                y,
                anchor,
                HtmlReport.text(words));
    }
}
