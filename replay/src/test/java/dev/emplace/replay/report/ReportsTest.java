package dev.emplace.replay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.emplace.replay.Found;
import dev.emplace.replay.Settings;
import dev.emplace.replay.check.Verdict;
import dev.emplace.replay.domain.Rework;
import dev.emplace.replay.suite.PriceRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportsTest {

    @Test
    void theHeadlineHoldsOnlyIfAllOfItDoes() {
        assertThat(Shortfalls.of(found("100", "60", "45", List.of()))).isEmpty();
        assertThat(Shortfalls.of(found("100", "60", "51", List.of()))).hasSize(1);
        assertThat(Shortfalls.of(found("100", "40", "45", List.of()))).hasSize(1);
        assertThat(Shortfalls.of(found("100", "60", "45", List.of("a pod")))).hasSize(1);
    }

    @Test
    void aWhatIfIsNeverTheHeadline() {
        assertThat(Shortfalls.of(found(settings(90, true, 64, 0.6))))
                .containsExactly("estimates are counted: a what-if, not the headline");
        assertThat(Shortfalls.of(found(settings(365, false, 64, 0.6))))
                .containsExactly("list prices may be 365 days old, not 90: a what-if, not the headline");
        assertThat(Shortfalls.of(found(settings(90, false, 1_000, 0.6))))
                .containsExactly("each GPU cloud rents 1000 GPUs, not 64: a what-if, not the headline");
        assertThat(Shortfalls.of(found(settings(90, false, 64, 1))))
                .containsExactly("our own sites have 100%, not 60%: a what-if, not the headline");
    }

    @Test
    void everyReportSaysThatItIsAWhatIf() {
        Found found = found(settings(90, true, 64, 0.6));
        assertThat(HtmlReport.of(found))
                .contains("target not met: estimates are counted: a what-if, not the headline")
                .doesNotContain("nothing violated</span>");
        assertThat(JsonParser.parseString(JsonReport.of(found))
                        .getAsJsonObject()
                        .get("headline_holds")
                        .getAsBoolean())
                .isFalse();
    }

    @Test
    void thePageFetchesNothingAndLetsNoTraceWriteIntoIt() {
        String page = HtmlReport.of(found("100", "60", "45", List.of()));
        assertThat(page.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http", "<script", "src=", "<b>trace")
                .contains("&lt;b&gt;trace", "55.0% less", "<svg");
    }

    @Test
    void aTargetThatIsMissedIsSaidFirst() {
        assertThat(HtmlReport.of(found("100", "60", "74.4", List.of())))
                .contains("target not met: the bill is 74.4% of the baseline");
    }

    @Test
    void aTenthOfAThousandthIsNoSaving() {
        assertThat(HtmlReport.of(found("10000", "9999", "9999", List.of()))).contains("would have paid as much as a");
    }

    @Test
    void jsonHasTheSumsAsTexts() {
        JsonObject document = JsonParser.parseString(JsonReport.of(found("100", "60", "45", List.of("a pod"))))
                .getAsJsonObject();
        assertThat(document.get("share_of_baseline").getAsDouble()).isEqualTo(0.45);
        JsonObject emplace = document.getAsJsonArray("policies").get(2).getAsJsonObject();
        assertThat(emplace.get("total_usd").getAsString()).isEqualTo("45");
        assertThat(emplace.get("violation_count").getAsInt()).isEqualTo(1);
    }

    @Test
    void aShareOfNothingIsLeftOut() {
        Found found = found(settings(90, false, 64, 0.6));
        JsonObject other = JsonParser.parseString(JsonReport.of(found))
                .getAsJsonObject()
                .getAsJsonArray("sensitivities")
                .get(0)
                .getAsJsonObject();
        assertThat(other.keySet()).containsExactly("name", "unplaced");
        assertThat(HtmlReport.of(found)).contains("n/a").doesNotContain("NaN", "Infinity");
    }

    private static Settings settings(int oldestDays, boolean estimated, int quota, double owned) {
        return new Settings(
                new PriceRule(LocalDate.parse("2026-08-03"), oldestDays, estimated),
                7,
                quota,
                owned,
                new Rework(0.05, 0.05),
                Double.POSITIVE_INFINITY);
    }

    private static Found found(String baseline, String greedy, String emplace, List<String> violations) {
        return found(settings(90, false, 64, 0.6), baseline, greedy, emplace, violations);
    }

    private static Found found(Settings settings) {
        return found(settings, "100", "60", "45", List.of());
    }

    private static Found found(
            Settings settings, String baseline, String greedy, String emplace, List<String> violations) {
        List<Found.Line> lines = List.of(
                line("baseline", baseline, List.of()),
                line("greedy", greedy, List.of()),
                line("Emplace", emplace, violations));
        return new Found(
                "<b>trace",
                settings,
                Map.of("workloads", "3"),
                lines,
                BigDecimal.TEN,
                lines,
                List.of(new Found.Sensitivity("another card", Double.NaN, Double.POSITIVE_INFINITY, 3)),
                List.of(2_000_000L),
                List.of("this"),
                "/log");
    }

    private static Found.Line line(String name, String usd, List<String> violations) {
        BigDecimal total = new BigDecimal(usd);
        return new Found.Line(name, total, Map.of("spot", total), Map.of(), new Verdict(violations, total, total));
    }
}
