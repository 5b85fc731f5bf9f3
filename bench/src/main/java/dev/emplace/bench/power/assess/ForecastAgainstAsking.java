package dev.emplace.bench.power.assess;

import dev.emplace.bench.power.site.FilledSites;
import dev.emplace.bench.power.site.HeldInMemory;
import dev.emplace.bench.power.site.SyntheticSite;
import dev.emplace.bench.report.Medians;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.power.domain.reservation.Assessment;
import dev.emplace.power.domain.reservation.Assessor;
import dev.emplace.power.domain.reservation.Demand;
import dev.emplace.power.domain.reservation.Forecast;
import dev.emplace.power.domain.reservation.SiteView;
import dev.emplace.power.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What fits in each hour of a year: one forecast, and an assessment of each hour. */
public final class ForecastAgainstAsking {

    private static final int HOURS = 8_760;
    private static final int ROUNDS = 3;
    private static final int STARTS = 100;
    private static final int RACKS_PER_ROW = 50;
    private static final int ROWS = 20;
    private static final long SEED = 20_261_131;
    private static final Target TIMES_FASTER = Target.atLeast(20);

    private final FilledSites filled = new FilledSites(SEED, STARTS, Duration.ofDays(3));
    private final Assessor assessor = new Assessor(FilledSites.DRAWS);
    private final SiteView site =
            filled.fill(1, SyntheticSite.of(ROWS, RACKS_PER_ROW), 0.95, 0.95).get(0);
    private final List<Double> forecasts = new ArrayList<>();
    private final List<Double> asking = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();
    private int runs;

    private ForecastAgainstAsking() {}

    public static List<Row> rows() {
        return new ForecastAgainstAsking().measured();
    }

    private List<Row> measured() {
        for (int round = 0; round <= ROUNDS; round++) {
            measure(filled.demand(100), round > 0);
        }
        return List.of(new Row.Measured(
                "forecast of a year by hour, 1,000 racks",
                "assessment of each of 8,760 hours",
                TIMES_FASTER,
                "ms/year",
                Medians.median(forecasts),
                Medians.median(asking),
                Medians.median(ratios),
                String.format(
                        Locale.ROOT,
                        "medians of %d random demands; every hour has the same answer; %d runs of equal hours in the"
                                + " last",
                        ROUNDS,
                        runs)));
    }

    private void measure(Demand demand, boolean kept) {
        long start = System.nanoTime();
        List<Forecast.Run> forecast = new Forecast(assessor).over(site, demand, HeldInMemory.NOW, HOURS, () -> false);
        double ours = (System.nanoTime() - start) / 1e6;
        List<Assessment> asked = new ArrayList<>(HOURS);
        start = System.nanoTime();
        for (int hour = 0; hour < HOURS; hour++) {
            asked.add(assessor.assess(site, inHour(demand, hour)).orElseThrow());
        }
        double theirs = (System.nanoTime() - start) / 1e6;
        compare(forecast, asked);
        runs = forecast.size();
        if (kept) {
            forecasts.add(ours);
            asking.add(theirs);
            ratios.add(theirs / ours);
        }
    }

    private static Demand inHour(Demand demand, int hour) {
        Instant start = HeldInMemory.NOW.plus(Duration.ofHours(hour));
        Window window = new Window(Optional.of(start), Optional.of(start.plus(Duration.ofHours(1))));
        return new Demand(demand.load(), window, demand.survival());
    }

    private static void compare(List<Forecast.Run> forecast, List<Assessment> asked) {
        for (Forecast.Run run : forecast) {
            for (Instant at = run.start(); at.isBefore(run.end()); at = at.plus(Duration.ofHours(1))) {
                int hour = (int) Duration.between(HeldInMemory.NOW, at).toHours();
                if (!run.assessment().equals(asked.get(hour))) {
                    throw new IllegalStateException("hour " + hour + " is " + asked.get(hour) + " when asked, and "
                            + run.assessment() + " in the forecast");
                }
            }
        }
    }
}
