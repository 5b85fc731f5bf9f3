package dev.emplace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MediansTest {

    @Test
    void medianIsInTheMiddleOfTheSortedValues() {
        assertThat(Medians.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5);
        assertThat(Medians.median(List.of(9.0, 1.0, 5.0, 2.0))).isEqualTo(2);
    }
}
