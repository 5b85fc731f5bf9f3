package dev.emplace.bench.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.bench.report.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeasuredUsageTest {
    private static final Path DATA = Path.of("../../shared/data/workload/traces");

    @BeforeEach
    void dataIsThere() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), DATA + " is absent");
    }

    private static String notes(List<Row> rows, int row) {
        return ((Row.Measured) rows.get(row)).note();
    }

    @Test
    void onlyTheSmallModelsLoadFollowsTheDay() {
        var rows = new ServingLoads(DATA.resolve("servegen")).rows();
        assertThat(notes(rows, 0)).startsWith("SUSTAINED");
        assertThat(notes(rows, 1)).startsWith("BURSTY");
        assertThat(notes(rows, 2)).startsWith("DIURNAL");
        assertThat(notes(rows, 3)).startsWith("DIURNAL");
    }

    @Test
    void nearestRequestsTellMoreThanADecisionTree() {
        Row row = new RequestNeighbours(Pod.read(DATA.resolve("alibaba-openb-2023/openb_pod_list_default.csv")))
                .rows()
                .get(0);
        assertThat(((Row.Measured) row).met()).isTrue();
    }
}
