package dev.emplace.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.emplace.bench.data.Distribution;
import dev.emplace.power.domain.draw.ServingFit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RidgeTest {
    @Test
    void findsTheCurveThatThePointsLieOn() {
        ServingFit curve = new ServingFit(-1, List.of(0.5, -0.2));
        List<List<Double>> points = IntStream.range(0, 4_000)
                .mapToObj(i -> List.of((double) (i % 8), (double) (i % 5)))
                .toList();
        ServingFit found = Ridge.fit(points, points.stream().map(curve::at).toList());
        assertThat(found.intercept()).isCloseTo(-1, within(0.01));
        assertThat(found.coefficients().get(0)).isCloseTo(0.5, within(0.01));
        assertThat(found.coefficients().get(1)).isCloseTo(-0.2, within(0.01));
    }

    @Test
    void quantilesLieBetweenTheNearestFigures() {
        Distribution figures = new Distribution(List.of(4.0, 1.0, 2.0, 3.0));
        assertThat(figures.median()).isEqualTo(2.5);
        assertThat(figures.worst()).isEqualTo(4.0);
        assertThat(figures.quantile(0)).isEqualTo(1.0);
    }
}
