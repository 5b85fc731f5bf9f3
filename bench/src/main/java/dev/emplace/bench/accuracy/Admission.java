package dev.emplace.bench.accuracy;

import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the 90% interval holds what it promises, and whether what a reservation holds covers what was drawn. */
record Admission(WallAccuracy wall) {
    /** A run, and what the model that ships says of it. */
    private record Case(MeasuredSystem system, WallRun run) {
        boolean covered() {
            var estimate = WallModel.shipped(system).estimate(run.benchmark());
            return estimate.p50Low() <= run.mean() && run.mean() <= estimate.p50High();
        }

        boolean aboveAdmitted(WallModel model) {
            return run.p95() > model.estimate(run.benchmark()).peak();
        }

        String line() {
            return system.name() + " " + run.benchmark() + " " + run.scenario();
        }
    }

    List<Row> rows() {
        List<Case> tests = MeasuredSystem.ALL.stream()
                .flatMap(system -> wall.tests(system).stream().map(run -> new Case(system, run)))
                .toList();
        List<Case> all = MeasuredSystem.ALL.stream()
                .flatMap(system -> wall.of(system).stream().map(run -> new Case(system, run)))
                .toList();
        List<Case> missed = tests.stream().filter(test -> !test.covered()).toList();
        List<Case> above = all.stream()
                .filter(test -> test.aboveAdmitted(WallModel.shipped(test.system())))
                .toList();
        double covered = 100.0 * (tests.size() - missed.size()) / tests.size();
        return List.of(
                new Row.Measured(
                        "90% interval covers, of " + tests.size() + " test runs at the wall",
                        "what it promises",
                        Target.atLeast(85),
                        "%",
                        covered,
                        90,
                        covered,
                        missed.isEmpty() ? "" : "not covered: " + lines(missed)),
                new Row.Measured(
                        "runs whose p95 exceeds the admitted peak, of " + all.size(),
                        "none",
                        Target.atMost(0),
                        "runs",
                        above.size(),
                        0,
                        above.size(),
                        above.isEmpty() ? "" : lines(above)));
    }

    private static String lines(List<Case> cases) {
        return cases.stream().map(Case::line).collect(Collectors.joining("; "));
    }
}
