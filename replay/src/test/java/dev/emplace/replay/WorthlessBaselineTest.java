package dev.emplace.replay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.replay.domain.Bill;
import dev.emplace.replay.domain.Listings;
import dev.emplace.replay.domain.Market;
import dev.emplace.replay.domain.Run;
import dev.emplace.replay.domain.Span;
import dev.emplace.replay.domain.Workload;
import dev.emplace.replay.portfolio.Portfolio;
import dev.emplace.replay.trace.TraceException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorthlessBaselineTest {

    @Test
    void whereTheBaselineCostsNothingNoShareOfItIsTold() {
        Workload work = Listings.work("a", Listings.demand(), 3, 4);
        Case trace = Case.of("pods.csv", List.of(work), new Span(0, 4 * 3600L));
        Outcome baseline = new Outcome(
                "hyperscaler on demand",
                new Run(List.of(), List.of(), trace.scored()),
                new Bill(Map.of()),
                Portfolio.empty());

        assertThatThrownBy(() -> Replay.requireCost(baseline, new Scene("a", trace, new Market(List.of(), Map.of()))))
                .isInstanceOf(TraceException.class)
                .hasMessageContainingAll("pods.csv", "hyperscaler on demand", "costs nothing", "1 of 1 workloads");
    }
}
