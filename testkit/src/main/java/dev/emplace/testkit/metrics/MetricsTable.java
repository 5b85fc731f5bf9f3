package dev.emplace.testkit.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;

/** The table of metrics in docs/operations.md. */
public final class MetricsTable {

    private static final Path DOCUMENT = Path.of("..", "docs", "operations.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(emplace_\\w+?)(?:_total)?` \\| (\\w+) \\|");
    private static final Pattern SHOWN = Pattern.compile("(?m)^# TYPE (emplace_\\w+?)(?:_max|_total)? \\w+$");

    private MetricsTable() {}

    /**
     * Fails where a service shows a metric of ours that the table does not explain, or where the table explains one that
     * it does not show.
     *
     * @param service as in the table's second column
     * @param shown the text that the service answers on /q/metrics, once each of its meters has something to tell
     */
    public static void assertExplains(String service, String shown) throws IOException {
        Set<String> metrics = SHOWN.matcher(shown)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        Assertions.assertThat(metrics).as(DOCUMENT.toString()).containsExactlyInAnyOrderElementsOf(rowsOf(service));
    }

    private static Set<String> rowsOf(String service) throws IOException {
        return ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .filter(row -> isOf(service, row))
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOf(String service, MatchResult row) {
        return row.group(2).equals("all") || row.group(2).equals(service);
    }
}
