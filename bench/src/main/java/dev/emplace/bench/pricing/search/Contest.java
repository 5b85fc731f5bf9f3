package dev.emplace.bench.pricing.search;

import dev.emplace.bench.load.BareServer;
import dev.emplace.bench.load.LoadProcess;
import dev.emplace.bench.report.Medians;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.bench.stack.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Service and echoes on one core, called in turn by one client. */
final class Contest {

    private static final String SEARCH = "emplace.pricing.v1.CatalogService/SearchOffers";
    private static final String EMPTY = "emplace.pricing.v1.CatalogService/ListAccelerators";
    private static final int LINES = 32;
    private static final int PAIRS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration TURN = Duration.ofSeconds(4);

    private final LoadProcess client;
    private final ServerProcess service;
    private final ServerProcess echo;
    private final BareServer bare;
    private final List<Double> searches = new ArrayList<>();
    private final List<Double> echoes = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();
    private final List<Double> empty = new ArrayList<>();
    private final List<Double> ofBare = new ArrayList<>();
    private final List<Double> workShares = new ArrayList<>();

    Contest(LoadProcess client, ServerProcess service, ServerProcess echo, BareServer bare) {
        this.client = client;
        this.service = service;
        this.echo = echo;
        this.bare = bare;
    }

    void warmUp() {
        client.call(service.address(), SEARCH, LINES, WARM_UP.multipliedBy(2));
        client.call(echo.address(), SEARCH, LINES, WARM_UP);
        client.call(bare.address(), SEARCH, LINES, WARM_UP);
        client.call(echo.address(), EMPTY, LINES, WARM_UP.dividedBy(2));
    }

    void run() {
        for (int pair = 0; pair < PAIRS; pair++) {
            Turn search = turn(service);
            Turn echoed = turn(echo);
            searches.add(search.perSecond);
            echoes.add(echoed.perSecond);
            shares.add(search.perSecond / echoed.perSecond);
            workShares.add(echoed.work / search.work);
            ofBare.add(search.perSecond
                    / client.call(bare.address(), SEARCH, LINES, TURN).perSecond());
            empty.add(
                    client.call(echo.address(), EMPTY, LINES, TURN.dividedBy(2)).perSecond());
        }
    }

    private Turn turn(ServerProcess server) {
        Duration before = server.processorTime();
        LoadProcess.Load load = client.call(server.address(), SEARCH, LINES, TURN);
        return new Turn(
                load.perSecond(), (double) server.processorTime().minus(before).toNanos() / load.calls());
    }

    /** @param work of the server's processor for a call, in nanoseconds */
    private record Turn(double perSecond, double work) {}

    Row row(String name, String baseline, Target target) {
        String note = String.format(
                Locale.ROOT,
                "medians of %d pairs, whose ratios lay between %.3f and %.3f; of the servers' processor time the ratio is"
                        + " %.3f; an empty echo does %,.0f calls/s; of the same answer by gRPC alone, without limits,"
                        + " checks, metrics and traces, searches are %.3f",
                PAIRS,
                shares.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                shares.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                Medians.median(workShares),
                Medians.median(empty),
                Medians.median(ofBare));
        return new Row.Measured(
                name,
                baseline,
                target,
                "calls/s",
                Medians.median(searches),
                Medians.median(echoes),
                Medians.median(shares),
                note);
    }
}
