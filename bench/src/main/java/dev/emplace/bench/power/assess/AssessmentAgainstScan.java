package dev.emplace.bench.power.assess;

import dev.emplace.bench.power.site.FilledSites;
import dev.emplace.bench.power.site.SyntheticSite;
import dev.emplace.bench.report.Medians;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.power.domain.draw.Workload;
import dev.emplace.power.domain.reservation.Assessment;
import dev.emplace.power.domain.reservation.Assessor;
import dev.emplace.power.domain.reservation.Demand;
import dev.emplace.power.domain.reservation.Load;
import dev.emplace.power.domain.reservation.SiteView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of 1,000 sites of 1,000 racks take a workload, and how much of it: the service's assessment and a scan. */
public final class AssessmentAgainstScan {

    private static final int SITES = 1_000;
    private static final int ROWS = 20;
    private static final int RACKS_PER_ROW = 50;

    /** Filling a site takes longer than assessing it often: each of these stands for as many sites of the thousand. */
    private static final int FILLINGS = 40;

    private static final int WARM_UP = 5;
    private static final int DEMANDS = 3;
    private static final int MOST_MACHINES = 250;
    private static final long SEED = 20_261_130;
    private static final Target TIMES_FASTER = Target.atLeast(5);

    private final FilledSites filled = new FilledSites(SEED, 4, Duration.ofDays(1));
    private final Assessor assessor = new Assessor(FilledSites.DRAWS);
    private final List<SiteView> fillings = filled.fill(FILLINGS, SyntheticSite.of(ROWS, RACKS_PER_ROW), 0.70, 0.95);
    private final List<SiteView> sites =
            Stream.generate(() -> fillings).flatMap(List::stream).limit(SITES).toList();
    private final List<Double> assessed = new ArrayList<>();
    private final List<Double> scanned = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();
    private int fits;

    private AssessmentAgainstScan() {}

    public static List<Row> rows() {
        return new AssessmentAgainstScan().measured();
    }

    private List<Row> measured() {
        for (int i = 0; i < WARM_UP; i++) {
            Demand demand = filled.demand(MOST_MACHINES);
            fillings.forEach(site -> compare(site, demand, assess(site, demand), RackByRack.fitting(site, demand)));
        }
        fits = 0;
        for (int i = 0; i < DEMANDS; i++) {
            measure(filled.demand(MOST_MACHINES));
        }
        return List.of(new Row.Measured(
                "assess 1,000 sites of 1,000 racks",
                "scan rack by rack",
                TIMES_FASTER,
                "ms/demand",
                Medians.median(assessed),
                Medians.median(scanned),
                Medians.median(ratios),
                String.format(
                        Locale.ROOT,
                        "medians of %d random demands over %d fillings of sites, each as often as it takes and nothing"
                                + " remembered, of which %,d of %,d answers were that it fits; the scan answered alike"
                                + " each time, also on %,d before that",
                        DEMANDS,
                        FILLINGS,
                        fits,
                        DEMANDS * SITES,
                        WARM_UP * FILLINGS)));
    }

    private void measure(Demand demand) {
        List<Optional<Assessment>> answers = new ArrayList<>(SITES);
        long start = System.nanoTime();
        for (SiteView site : sites) {
            answers.add(assess(site, demand));
        }
        double ours = (System.nanoTime() - start) / 1e6;
        int[] counts = new int[SITES];
        start = System.nanoTime();
        for (int i = 0; i < SITES; i++) {
            counts[i] = RackByRack.fitting(sites.get(i), demand);
        }
        double theirs = (System.nanoTime() - start) / 1e6;
        for (int i = 0; i < SITES; i++) {
            compare(sites.get(i), demand, answers.get(i), counts[i]);
        }
        assessed.add(ours);
        scanned.add(theirs);
        ratios.add(theirs / ours);
    }

    private Optional<Assessment> assess(SiteView site, Demand demand) {
        return assessor.assess(site, demand);
    }

    private void compare(SiteView site, Demand demand, Optional<Assessment> answer, int fitting) {
        Workload workload = ((Load.OfWorkload) demand.load()).workload();
        Assessment assessment = answer.orElseThrow();
        boolean fitsThere = fitting >= workload.accelerators();
        fits += fitsThere ? 1 : 0;
        if (assessment.fits() != fitsThere || assessment.fittingAccelerators() != fitting) {
            throw new IllegalStateException(
                    site.site().name() + " takes " + fitting + " for " + demand + " by the scan, and " + assessment);
        }
    }
}
