package dev.emplace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Row FAST =
            new Row.Measured("search", "scan", Target.atLeast(200), "us/search", 2, 1000, 500, "median 1 us");
    private static final Row SLOW =
            new Row.Measured("large search", "search", Target.atMost(1.5), "us/search", 4, 2, 2, "");
    private static final Row NOT_RUN = new Row.NotRun("import", "psql copy", Target.atLeast(0.6), "there is no psql");

    @Test
    void everyRowIsWrittenAsJson() {
        JsonArray rows = JsonParser.parseString(report(FAST, SLOW, NOT_RUN).json())
                .getAsJsonObject()
                .getAsJsonArray("rows");

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).getAsJsonObject().get("value").getAsDouble()).isEqualTo(2);
        assertThat(rows.get(0).getAsJsonObject().get("baseline").getAsDouble()).isEqualTo(1000);
        assertThat(rows.get(0).getAsJsonObject().get("ratio").getAsDouble()).isEqualTo(500);
        assertThat(rows.get(0).getAsJsonObject().get("target").getAsString()).isEqualTo(">= 200");
        assertThat(rows.get(0).getAsJsonObject().get("met").getAsBoolean()).isTrue();
        assertThat(rows.get(1).getAsJsonObject().get("met").getAsBoolean()).isFalse();
        assertThat(rows.get(2).getAsJsonObject().get("met").getAsString()).isEqualTo("NOT_RUN");
    }

    @Test
    void tableSaysWhatIsNotMetAndWhatIsNotRun() {
        assertThat(report(FAST, SLOW, NOT_RUN).table())
                .containsPattern("(?m)^search .*500.*yes$")
                .containsPattern("(?m)^large search .*<= 1.5 +no$")
                .containsPattern("(?m)^import .*NOT_RUN$")
                .contains("search: median 1 us", "import: there is no psql");
    }

    private static Report report(Row... rows) {
        return new Report("pricing", "2 cores", List.of(rows));
    }
}
