package dev.emplace.bench.power.reserve;

import dev.emplace.bench.load.LoadProcess;
import dev.emplace.bench.report.Medians;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.bench.stack.ServerProcess;
import dev.emplace.bench.stack.ServiceDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Reservations that 64 clients are told of as held, durable, on one site, against pgbench with the same statements on
 * the same PostgreSQL, in turn.
 */
public final class ReservationsAgainstPgbench {

    private static final String NAME = "committed reservations on one site, 64 clients, by call";
    private static final String CROWD = "pgbench of the same statements, 64 clients";
    private static final String BEST = "pgbench, its best of 1, 8 and 64 clients";
    private static final Target TIMES_CROWD = Target.atLeast(10);
    private static final Target TIMES_BEST = Target.atLeast(2);
    private static final int CLIENTS = 64;
    private static final int ROUNDS = 3;
    private static final int REQUESTS = 400_000;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration TURN = Duration.ofSeconds(8);

    /** Seldom enough that looking costs little of what is measured. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final List<String> JVM = List.of("-Xmx2g");

    private final List<Double> ours = new ArrayList<>();
    private final Map<Integer, List<Double>> theirs = new TreeMap<>();
    private final List<Double> p99 = new ArrayList<>();
    private final List<Double> work = new ArrayList<>();
    private long acknowledged;

    private ReservationsAgainstPgbench() {}

    public static List<Row> rows() {
        if (!Pgbench.TOOL.isInstalled()) {
            String reason = "there is no pgbench";
            return List.of(
                    new Row.NotRun(NAME, CROWD, TIMES_CROWD, reason), new Row.NotRun(NAME, BEST, TIMES_BEST, reason));
        }
        return new ReservationsAgainstPgbench().measured();
    }

    private List<Row> measured() {
        try (ServiceDatabase database = ServiceDatabase.create("power-service");
                ServerProcess service = database.start(List.of(), JVM);
                HotSite site = new HotSite(service);
                LoadProcess clients = LoadProcess.start(HotSite.requests(REQUESTS))) {
            reserve(clients, service, site, WARM_UP);
            try (Pgbench pgbench = Pgbench.like(database)) {
                for (int round = 0; round < ROUNDS; round++) {
                    Duration before = service.processorTime();
                    LoadProcess.Load load = reserve(clients, service, site, TURN);
                    work.add((double) service.processorTime().minus(before).toNanos() / 1_000 / load.calls());
                    ours.add(load.perSecond());
                    p99.add(load.p99Nanos() / 1e6);
                    for (int crowd : List.of(CLIENTS, 8, 1)) {
                        theirs.computeIfAbsent(crowd, any -> new ArrayList<>())
                                .add(pgbench.rate(crowd, crowd == CLIENTS ? TURN : TURN.dividedBy(2)));
                    }
                }
            }
            checkNothingIsLost(database, site);
        }
        return List.of(row(CROWD, TIMES_CROWD, List.of(CLIENTS)), row(BEST, TIMES_BEST, List.of(1, 8, CLIENTS)));
    }

    /** While every limit is looked at, again and again. */
    private LoadProcess.Load reserve(LoadProcess clients, ServerProcess service, HotSite site, Duration time) {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> watch = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                site.checkLimits();
                LockSupport.parkNanos(LOOK.toNanos());
            }
        });
        LoadProcess.Load load = clients.call(service.address(), HotSite.METHOD, CLIENTS, time);
        done.set(true);
        watch.join();
        acknowledged += load.calls();
        return load;
    }

    /** Each acknowledged call has its row, its event, and its watts in the sum; and nothing else has. */
    private void checkNothingIsLost(ServiceDatabase database, HotSite site) {
        Map<String, Long> counts = Map.of(
                "reservations", database.number("SELECT count(*) FROM reservation"),
                "requests", database.number("SELECT count(DISTINCT request_id) FROM site_event") - 1,
                "held", site.held());
        counts.forEach((what, count) -> {
            if (count != acknowledged) {
                throw new IllegalStateException(
                        acknowledged + " calls were acknowledged, and of " + what + " there are " + count);
            }
        });
    }

    private Row row(String baseline, Target target, List<Integer> crowds) {
        List<Double> ratios = new ArrayList<>();
        List<Double> best = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            int of = round;
            double rate = crowds.stream()
                    .mapToDouble(crowd -> theirs.getOrDefault(crowd, List.of()).get(of))
                    .max()
                    .orElseThrow();
            best.add(rate);
            ratios.add(ours.get(round) / rate);
        }
        StringBuilder each = new StringBuilder();
        theirs.forEach(
                (crowd, rates) -> each.append(String.format(Locale.ROOT, ", %d: %.0f", crowd, Medians.median(rates))));
        return new Row.Measured(
                NAME,
                baseline,
                target,
                "1/s",
                Medians.median(ours),
                Medians.median(best),
                Medians.median(ratios),
                String.format(
                        Locale.ROOT,
                        "medians of %d rounds; p99 %.0f ms, %.0f us of the service's processor time each; pgbench by"
                                + " clients%s; %,d acknowledged, none lost or kept twice, no limit broken at any look",
                        ROUNDS,
                        Medians.median(p99),
                        Medians.median(work),
                        each,
                        acknowledged));
    }
}
