package dev.emplace.bench.power;

import dev.emplace.bench.power.assess.AssessmentAgainstScan;
import dev.emplace.bench.power.assess.ForecastAgainstAsking;
import dev.emplace.bench.power.decide.DecisionAgainstWhole;
import dev.emplace.bench.power.replica.ReplicaAgainstCopy;
import dev.emplace.bench.power.reserve.ReservationsAgainstPgbench;
import dev.emplace.bench.report.Measurement;
import java.time.Duration;
import java.util.List;

/** What is measured of power-service. */
public final class PowerBench {

    private PowerBench() {}

    /** All of it, in the order in which it is measured. */
    public static List<Measurement> measurements() {
        return List.of(
                new Measurement("reserve", Duration.ofMinutes(2), ReservationsAgainstPgbench::rows),
                new Measurement("decide", Duration.ofMinutes(2), DecisionAgainstWhole::rows),
                new Measurement("assess", Duration.ofMinutes(3), AssessmentAgainstScan::rows),
                new Measurement("forecast", Duration.ofMinutes(1), ForecastAgainstAsking::rows),
                new Measurement("replica", Duration.ofMinutes(1), ReplicaAgainstCopy::rows));
    }
}
