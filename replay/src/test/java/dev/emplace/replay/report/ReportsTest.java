package dev.emplace.replay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.emplace.replay.Found;
import dev.emplace.replay.check.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportsTest {

    @Test
    void theHeadlineHoldsOnlyIfAllOfItDoes() {
        assertThat(found("100", "60", "45", List.of()).headlineHolds()).isTrue();
        assertThat(found("100", "60", "51", List.of()).headlineHolds()).isFalse();
        assertThat(found("100", "40", "45", List.of()).headlineHolds()).isFalse();
        assertThat(found("100", "60", "45", List.of("a pod")).headlineHolds()).isFalse();
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

    private static Found found(String baseline, String greedy, String emplace, List<String> violations) {
        List<Found.Line> lines = List.of(
                line("baseline", baseline, List.of()),
                line("greedy", greedy, List.of()),
                line("Emplace", emplace, violations));
        return new Found(
                "<b>trace",
                Map.of("workloads", "3"),
                lines,
                BigDecimal.TEN,
                lines,
                List.of(),
                List.of(2_000_000L),
                List.of("this"),
                "/log");
    }

    private static Found.Line line(String name, String usd, List<String> violations) {
        BigDecimal total = new BigDecimal(usd);
        return new Found.Line(name, total, Map.of("spot", total), Map.of(), new Verdict(violations, total, total));
    }
}
