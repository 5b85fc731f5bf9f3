package dev.emplace.testkit.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** The table of metrics in docs/operations.md. */
public final class MetricsTable {

    private static final Path DOCUMENT = Path.of("..", "docs", "operations.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+?)(?:_total)?` \\| ([\\w, ]+) \\|");
    private static final Pattern SHOWN = Pattern.compile("(?m)^# TYPE (\\w+?)(?:_max|_total)? \\w+$");
    private static final String OURS = "emplace_";

    private MetricsTable() {}

    /**
     * Fails where a service shows a metric of ours that the table does not explain, or where the table explains one, of
     * ours or of a library, that it does not show.
     *
     * @param service as in the table's second column
     * @param shown the text that the service answers on /q/metrics, once each of its meters has something to tell
     */
    public static void assertExplains(String service, String shown) throws IOException {
        Set<String> metrics = namesIn(SHOWN.matcher(shown).results());
        Set<String> explained =
                namesIn(ROW.matcher(Files.readString(DOCUMENT)).results().filter(row -> isOf(service, row)));

        Assertions.assertThat(metrics).as(DOCUMENT.toString()).containsAll(explained);
        Assertions.assertThat(explained)
                .as(DOCUMENT.toString())
                .containsAll(metrics.stream()
                        .filter(metric -> metric.startsWith(OURS))
                        .toList());
    }

    private static Set<String> namesIn(Stream<MatchResult> matches) {
        return matches.map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOf(String service, MatchResult row) {
        List<String> services = List.of(row.group(2).split(", ", -1));
        return services.contains("all") || services.contains(service);
    }
}
