package dev.emplace.replay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.emplace.replay.domain.LoadDuration;
import dev.emplace.replay.domain.LoadDuration.Step;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortfolioSolverTest {

    private static final double NO_BUDGET = Double.POSITIVE_INFINITY;
    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;
    /** 30 cards for 10 hours, 20 for 40, 10 for 50. */
    private static final LoadDuration LOAD =
            new LoadDuration(List.of(new Step(30, 10), new Step(20, 40), new Step(10, 50)));

    @Test
    void theBaseIsWhatIsUsedForMoreThanTheBreakEven() {
        // 10 cards at 60 USD an hour-card of 0.6 for 100 hours: worth it above 30 of 100 hours at 2 USD.
        Portfolio portfolio = solve(60, 9, List.of(new PeakOption("aws", 2, NO_LIMIT)), NO_BUDGET);
        assertThat(portfolio.machines()).containsEntry("own", 2);
        assertThat(portfolio.expectedUsd()).isCloseTo(2 * 10 * 60 + 10 * 10 * 2, within(0.01));
    }

    @Test
    void nothingIsHeldThatIsUsedTooLittle() {
        assertThat(solve(250, 9, List.of(new PeakOption("aws", 2, NO_LIMIT)), NO_BUDGET)
                        .machines())
                .isEmpty();
    }

    @Test
    void aSiteHasNoMoreThanItsPowerAllows() {
        assertThat(solve(60, 1, List.of(new PeakOption("aws", 2, NO_LIMIT)), NO_BUDGET)
                        .machines())
                .containsEntry("own", 1);
    }

    @Test
    void beyondAQuotaPeaksGoWhereTheyAreDearer() {
        List<PeakOption> peaks = List.of(new PeakOption("crusoe", 1, 5), new PeakOption("aws", 2, NO_LIMIT));
        Portfolio portfolio = solve(1e6, 0, peaks, NO_BUDGET);
        assertThat(portfolio.expectedUsd()).isCloseTo(5 * 100 + 2 * (25 * 10 + 15 * 40 + 5 * 50), within(0.01));
    }

    @Test
    void aBudgetThatIsTooSmallIsSaidSo() {
        assertThat(solve(60, 9, List.of(new PeakOption("aws", 2, NO_LIMIT)), 100)
                        .feasible())
                .isFalse();
    }

    @Test
    void aGroupDoesNotUseABaseThatItsConstraintsForbid() {
        LoadGroup bound = new LoadGroup("eu", LOAD, Set.of(), List.of(new PeakOption("aws", 2, NO_LIMIT)));
        assertThat(PortfolioSolver.solve(new PortfolioProblem(List.of(bound), List.of(own(60, 9)), NO_BUDGET))
                        .machines())
                .isEmpty();
    }

    private static Portfolio solve(double cardUsd, int machines, List<PeakOption> peaks, double budget) {
        LoadGroup group = new LoadGroup("any", LOAD, Set.of("own"), peaks);
        return PortfolioSolver.solve(new PortfolioProblem(List.of(group), List.of(own(cardUsd, machines)), budget));
    }

    private static StandingOption own(double cardUsd, int machines) {
        return new StandingOption("own", 10, 10 * cardUsd, machines);
    }
}
