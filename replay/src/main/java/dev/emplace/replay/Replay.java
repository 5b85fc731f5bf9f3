package dev.emplace.replay;

import dev.emplace.replay.check.Checker;
import dev.emplace.replay.check.Verdict;
import dev.emplace.replay.domain.Bill;
import dev.emplace.replay.domain.ClairvoyantBound;
import dev.emplace.replay.domain.Listing;
import dev.emplace.replay.domain.Listing.Kind;
import dev.emplace.replay.domain.Listing.Sale;
import dev.emplace.replay.domain.Market;
import dev.emplace.replay.suite.SearchedCandidates;
import dev.emplace.replay.trace.TraceException;
import dev.emplace.replay.trace.TraceReader;
import io.grpc.Channel;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Drives a trace through a running suite, and holds what that costs against what others would have paid. */
public final class Replay {

    private final Settings settings;
    private final Channel pricing;
    private final Channel classifier;
    private final Path folder;
    private final Progress progress;

    /** {@code folder} takes the log; it must exist. */
    public Replay(Settings settings, Channel pricing, Channel classifier, Path folder, Progress progress) {
        this.settings = settings;
        this.pricing = pricing;
        this.classifier = classifier;
        this.folder = folder;
        this.progress = progress;
    }

    public Found run(Path file) {
        TraceReader reader = TraceReader.of(file);
        Subject subject = new Preparation(settings, pricing, classifier).subject(file, reader, progress);
        Scene scene = subject.scenes().get(0);
        Contest contest = new Contest(scene.trace(), scene.market(), settings);
        Outcome baseline = contest.hyperscalerOnDemand();
        requireCost(baseline, scene);
        DecisionLog log = new DecisionLog(folder);
        log.catalog(subject.suite());
        log.constraints(scene.trace().scored());
        log.terms(terms(subject, scene));
        SearchedCandidates candidates = new SearchedCandidates(pricing, settings.prices(), scene.market());
        long workloads = scene.trace().scored().size();
        Outcome emplace = contest.emplace(candidates, done -> progress.show("deciding", done, workloads));
        List<Outcome> outcomes = List.of(
                baseline,
                contest.greedy(),
                contest.habitat(),
                contest.emplace("Emplace on hyperscalers alone", Contest.on(Kind.HYPERSCALER)),
                emplace);
        List<Found.Line> lines = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            log.decisions(outcome);
            progress.show("checking", lines.size() + 1L, outcomes.size());
            lines.add(line(outcome, Checker.check(folder, DecisionLog.file(outcome.name()), subject.check())));
        }
        return new Found(
                scene.trace().name(),
                settings,
                figures(subject, scene),
                lines,
                ClairvoyantBound.of(scene.trace().scored(), scene.market(), settings.rework()),
                waterfall(contest, lines),
                sensitivities(subject),
                candidates.nanos(),
                subject.assumptions(),
                folder.toString());
    }

    /** Everything is told as a share of the baseline's bill. */
    static void requireCost(Outcome baseline, Scene scene) {
        if (baseline.bill().total().signum() == 0) {
            throw new TraceException(
                    scene.trace().name() + ": the baseline, " + baseline.name() + ", costs nothing, as "
                            + baseline.run().unplaced().size() + " of "
                            + scene.trace().scored().size()
                            + " workloads of the second half find no place there; import prices of hyperscalers for their"
                            + " accelerators, or give a trace whose second half runs something");
        }
    }

    private Map<String, Object> terms(Subject subject, Scene scene) {
        Map<String, Object> terms = new TreeMap<>(subject.terms());
        terms.put("from", scene.trace().second().from());
        terms.put("to", scene.trace().second().to());
        terms.put("pricing_date", settings.prices().pricingDate().toString());
        terms.put("oldest_days", settings.prices().oldestDays());
        terms.put("estimated", settings.prices().estimated());
        terms.put("quota_gpus", settings.quotaGpus());
        terms.put("interruptions_per_hour", settings.rework().hourlyRate());
        terms.put("restart_hours", settings.rework().restartHours());
        Map<String, Integer> sites = new TreeMap<>();
        scene.market().listings().stream()
                .filter(Contest.sold(Sale.OWNED))
                .forEach(owned -> sites.put(owned.offer(), Base.siteMachines(scene.trace(), settings, owned)));
        terms.put("own_machines", sites);
        return terms;
    }

    private static Map<String, String> figures(Subject subject, Scene scene) {
        Map<String, String> figures = new LinkedHashMap<>(subject.figures());
        figures.put(
                "workloads scored",
                String.format(Locale.ROOT, "%,d", scene.trace().scored().size()));
        figures.put(
                "GPU-hours scored",
                String.format(Locale.ROOT, "%,.0f", scene.trace().scoredGpuHours()));
        figures.put(
                "GPUs at once, 95th percentile of the first half",
                String.format(Locale.ROOT, "%,.0f", scene.trace().sizing()));
        figures.put(
                "offers that may be counted with",
                String.format(Locale.ROOT, "%,d", scene.market().listings().size()));
        return figures;
    }

    private List<Found.Line> waterfall(Contest contest, List<Found.Line> lines) {
        Predicate<Listing> hyperscaler = Contest.on(Kind.HYPERSCALER);
        Predicate<Listing> rented = listing -> !listing.isStanding();
        List<Found.Line> steps = new ArrayList<>(List.of(lines.get(0)));
        steps.add(step(contest, "with spot", hyperscaler.and(rented)));
        steps.add(step(contest, "with commitments", hyperscaler));
        steps.add(step(contest, "with GPU clouds", hyperscaler.or(Contest.on(Kind.GPU_CLOUD))));
        steps.add(step(contest, "with our own sites", listing -> true));
        return steps;
    }

    private static Found.Line step(Contest contest, String name, Predicate<Listing> part) {
        return line(contest.emplace(name, part), new Verdict(List.of(), BigDecimal.ZERO, BigDecimal.ZERO));
    }

    private List<Found.Sensitivity> sensitivities(Subject subject) {
        List<Found.Sensitivity> found = new ArrayList<>();
        Scene main = subject.scenes().get(0);
        List<Movement> movements = Movement.all();
        int total = movements.size() + subject.scenes().size();
        for (Movement movement : movements) {
            found.add(sensitivity(movement.name(), main.trace(), main.market().changed(movement::applied)));
            progress.show("moving prices", found.size(), total);
        }
        for (Scene scene : subject.scenes()) {
            if (subject.scenes().size() > 1) {
                found.add(sensitivity(scene.name(), scene.trace(), scene.market()));
                progress.show("moving prices", found.size(), total);
            }
        }
        return found;
    }

    private Found.Sensitivity sensitivity(String name, Case trace, Market market) {
        Contest contest = new Contest(trace, market, settings);
        Outcome emplace = contest.emplace("Emplace", listing -> true);
        double bill = emplace.bill().total().doubleValue();
        return new Found.Sensitivity(
                name,
                bill / contest.hyperscalerOnDemand().bill().total().doubleValue(),
                bill / contest.greedy().bill().total().doubleValue(),
                emplace.run().unplaced().size());
    }

    private static Found.Line line(Outcome outcome, Verdict verdict) {
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        for (Bill.Part part : Bill.Part.values()) {
            parts.put(
                    part.name().toLowerCase(Locale.ROOT), outcome.bill().parts().getOrDefault(part, BigDecimal.ZERO));
        }
        return new Found.Line(
                outcome.name(), outcome.bill().total(), parts, outcome.base().machines(), verdict);
    }
}
