package dev.emplace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChosenTest {

    private static final Row.NotRun ROW = new Row.NotRun("copy", "psql", Target.atLeast(1), "there is no psql");
    private static final List<Measurement> ALL = List.of(
            new Measurement("search", Duration.ofMinutes(2), List::of),
            new Measurement("import", Duration.ofMinutes(4), () -> List.of(ROW)));

    @Test
    void allAreMeasuredWhereNoneIsNamed() {
        Chosen chosen = Chosen.among(ALL, List.of());

        assertThat(chosen.announcement()).isEqualTo("measuring search, import: about 6 minutes");
        List<Row> told = new ArrayList<>();
        assertThat(chosen.rows(told::add)).containsExactly(ROW).isEqualTo(told);
    }

    @Test
    void onlyThoseThatAreNamedAreMeasured() {
        assertThat(Chosen.among(ALL, List.of("search")).rows(row -> {})).isEmpty();
    }

    @Test
    void unknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Chosen.among(ALL, List.of("imports")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no row 'imports'; there are search, import (all by default)");
    }
}
