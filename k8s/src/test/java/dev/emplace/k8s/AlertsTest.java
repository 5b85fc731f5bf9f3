package dev.emplace.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The alerts against the document that explains them. Each service's own tests hold that document's table of metrics
 * against what the service shows; promtool tries the expressions (.ci/alerts).
 */
class AlertsTest {

    private static final Path RULES = Path.of("components", "monitoring", "alerts.yaml");
    private static final String DOCUMENT = YamlFile.text(Path.of("..", "docs", "operations.md"));
    private static final Pattern METRIC = Pattern.compile("\\b(?:emplace|agroal|jvm|grpc|process)_\\w+");
    private static final Pattern METRIC_ROW = Pattern.compile("(?m)^\\| `([a-z]\\w+)` \\| [\\w, ]+ \\| ");
    private static final Pattern ALERT_ROW =
            Pattern.compile("(?m)^\\| `(Emplace\\w+)` \\| (page|ticket) \\| \\S.+ \\| \\S.+ \\|$");
    private static final Pattern ALERT_TRIED = Pattern.compile("alertname=\"(\\w+)\"");

    private static Stream<Node> alerts() {
        return YamlFile.read(RULES)
                .get(0)
                .at("spec", "groups")
                .each()
                .flatMap(group -> group.at("rules").each());
    }

    private static String text(Node rule, String... fields) {
        return rule.at(fields).text().orElse("");
    }

    @Test
    void documentSaysOfEachAlertHowUrgentItIsAndWhatToDoAndOfNoOther() {
        Map<String, String> documented = new TreeMap<>();
        ALERT_ROW.matcher(DOCUMENT).results().forEach(row -> documented.put(row.group(1), row.group(2)));

        Map<String, String> ruled = alerts().collect(
                        Collectors.toMap(rule -> text(rule, "alert"), rule -> text(rule, "labels", "severity")));

        assertThat(documented).isNotEmpty().isEqualTo(ruled);
    }

    @Test
    void alertsAskOnlyForMetricsThatTheDocumentExplains() {
        Set<String> explained = namesIn(METRIC_ROW, DOCUMENT);

        assertThat(alerts())
                .allSatisfy(
                        rule -> assertThat(METRIC.matcher(text(rule, "expr")).results())
                                .extracting(match -> match.group().replaceFirst("_(bucket|count|sum)$", ""))
                                .isSubsetOf(withCounts(explained)));
    }

    /** A gauge may end in _count by itself. */
    private static Set<String> withCounts(Set<String> explained) {
        return explained.stream()
                .flatMap(name -> Stream.of(name, name.replaceFirst("_count$", "")))
                .collect(Collectors.toSet());
    }

    @Test
    void eachAlertSaysInWordsWhatIsWrong() {
        assertThat(alerts())
                .allSatisfy(
                        rule -> assertThat(text(rule, "annotations", "summary")).isNotBlank());
    }

    @Test
    void eachAlertIsTriedOnSeriesThatRaiseIt() {
        String tests = YamlFile.text(Path.of("src", "test", "resources", "alerts.test.yaml"));

        assertThat(namesIn(ALERT_TRIED, tests))
                .containsExactlyInAnyOrderElementsOf(
                        alerts().map(rule -> text(rule, "alert")).toList());
    }

    private static Set<String> namesIn(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
