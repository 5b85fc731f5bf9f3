package dev.emplace.testkit.metrics;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a service shows of itself.
 *
 * @param text in Prometheus' text format, as /q/metrics answers it
 */
public record Scrape(String text) {

    private static final Pattern SAMPLE = Pattern.compile("(?m)^(\\w+)(?:\\{(.*)})? (\\S+)$");

    /**
     * The sum over all series of that name which have these labels; 0 where there are none.
     *
     * @param labels each such as {@code site="hall"}
     */
    public double value(String metric, String... labels) {
        List<String> wanted = List.of(labels);
        return SAMPLE.matcher(text)
                .results()
                .filter(sample -> sample.group(1).equals(metric))
                .filter(sample -> List.of(labelsOf(sample.group(2))).containsAll(wanted))
                .mapToDouble(sample -> Double.parseDouble(sample.group(3)))
                .sum();
    }

    private static String[] labelsOf(@Nullable String labels) {
        return labels == null ? new String[0] : labels.split(",(?=\\w+=\")", -1);
    }
}
