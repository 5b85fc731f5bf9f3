package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.draw.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What would fit in the place of a demand that was refused: the same elsewhere, under a cap, or later. */
public final class Nearest {
    private static final int SITES_NAMED = 5;
    private static final int STEP_WATTS = 50;
    private static final int LEAST_CAP_WATTS = 100;

    /** Each costs a placement in all that follows it. */
    private static final int STARTS_TRIED = 32;

    private final SiteBook book;
    private final Assessor assessor;

    public Nearest(SiteBook book, Assessor assessor) {
        this.book = book;
        this.assessor = assessor;
    }

    /** Metadata for the refusal; empty if nothing near fits. */
    public Map<String, String> to(String site, Demand demand) {
        Map<String, String> nearest = new HashMap<>();
        List<String> elsewhere = book.sites().stream()
                .filter(view -> !view.site().name().equals(site) && assessor.fits(view, demand))
                .limit(SITES_NAMED)
                .map(view -> "sites/" + view.site().name())
                .toList();
        if (!elsewhere.isEmpty()) {
            nearest.put("fitting_sites", String.join(",", elsewhere));
        }
        book.view(site)
                .flatMap(view -> cap(view, demand))
                .ifPresent(watts -> nearest.put("fitting_cap_watts_per_accelerator", Integer.toString(watts)));
        book.view(site)
                .filter(view -> Assessor.mayStand(view, demand.load()))
                .flatMap(view -> later(view, demand))
                .ifPresent(start -> nearest.put("fitting_start_time", start.toString()));
        return nearest;
    }

    /** The first time to come from which on the demand fits for as long: room comes only where something ends or changes. */
    private Optional<Instant> later(SiteView view, Demand demand) {
        Calendar calendar = view.calendar();
        Span asked = demand.window().at(view.time());
        return calendar.changes().tailSet(asked.start(), false).stream()
                .limit(STARTS_TRIED)
                .filter(start -> assessor.fits(view, from(start, asked, demand), calendar))
                .findFirst();
    }

    private static Demand from(Instant start, Span asked, Demand demand) {
        Optional<Instant> end = asked.end().map(last -> start.plus(Duration.between(asked.start(), last)));
        return new Demand(demand.load(), new Window(Optional.of(start), end), demand.survival());
    }

    /** The highest cap, in steps of 50 W, under which the whole demand fits at its site. */
    private Optional<Integer> cap(SiteView view, Demand demand) {
        if (!(demand.load() instanceof Load.OfWorkload of)) {
            return Optional.empty();
        }
        Workload workload = of.workload();
        if (!assessor.fits(view, capped(demand, workload, LEAST_CAP_WATTS))) {
            return Optional.empty();
        }
        int most = workload.capWatts() > 0 ? workload.capWatts() - STEP_WATTS : 1_400;
        return IntStream.iterate(most, cap -> cap >= LEAST_CAP_WATTS, cap -> cap - STEP_WATTS)
                .filter(cap -> assessor.fits(view, capped(demand, workload, cap)))
                .boxed()
                .findFirst();
    }

    private static Demand capped(Demand demand, Workload workload, int cap) {
        return new Demand(new Load.OfWorkload(workload.cappedAt(cap)), demand.window(), demand.survival());
    }
}
