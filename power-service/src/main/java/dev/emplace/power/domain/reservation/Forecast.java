package dev.emplace.power.domain.reservation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What would fit hour by hour: for each hour just what {@link Assessor#assess} says of the demand over that hour.
 *
 * <p>An hour in which nothing starts, ends or changes that did not in the hour before has its answer too.
 */
public final class Forecast {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Assessor assessor;

    public Forecast(Assessor assessor) {
        this.assessor = assessor;
    }

    /** Equal hours that follow one another; the end is excluded. */
    public record Run(Instant start, Instant end, Assessment assessment) {}

    /**
     * Runs from that time on, over so many hours; empty where the site has no machine of the kind, or no such group.
     *
     * @param demand whose window is that of each hour
     * @param from now if that is later
     * @param abandoned whether nobody waits any more: what was found so far is answered
     */
    public List<Run> over(SiteView view, Demand demand, Instant from, int hours, BooleanSupplier abandoned) {
        List<Run> runs = new ArrayList<>();
        if (!Assessor.mayStand(view, demand.load())) {
            return runs;
        }
        Calendar calendar = view.calendar();
        NavigableSet<Instant> changes = calendar.changes();
        Instant first = from.isBefore(view.time()) ? view.time() : from;
        for (int hour = 0; hour < hours && !abandoned.getAsBoolean(); hour++) {
            Instant start = first.plus(HOUR.multipliedBy(hour));
            Instant end = start.plus(HOUR);
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            boolean same = last != null
                    && changes.subSet(start.minus(HOUR), false, end, false).isEmpty();
            Assessment assessment =
                    last != null && same ? last.assessment() : assess(view, demand, start, end, calendar);
            if (last != null && last.assessment().equals(assessment)) {
                runs.set(runs.size() - 1, new Run(last.start(), end, assessment));
            } else {
                runs.add(new Run(start, end, assessment));
            }
        }
        return runs;
    }

    private Assessment assess(SiteView view, Demand demand, Instant start, Instant end, Calendar calendar) {
        Window window = new Window(Optional.of(start), Optional.of(end));
        return assessor.assess(
                view,
                new Demand(demand.load(), window, demand.survival()),
                calendar.copiesOver(window.at(view.time())));
    }
}
