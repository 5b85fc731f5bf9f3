package dev.emplace.bench.pricing.history;

import dev.emplace.api.pricing.v1.SearchOffersRequest;
import dev.emplace.bench.load.LoadProcess;
import dev.emplace.bench.pricing.ServedCatalog;
import dev.emplace.bench.pricing.SyntheticCatalog;
import dev.emplace.bench.pricing.search.RequirementMessages;
import dev.emplace.bench.report.Medians;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.bench.stack.CatalogDatabase;
import dev.emplace.bench.stack.Core;
import dev.emplace.bench.stack.ServerProcess;
import dev.emplace.pricing.domain.offers.Offer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Searches of a service whose tables hold the past of every offer, against those of one whose tables hold none. */
public final class SearchWithHistory {

    private static final String SEARCH = "emplace.pricing.v1.CatalogService/SearchOffers";
    private static final Core SERVER = new Core(0);
    private static final Core CLIENT = new Core(1);
    private static final List<String> JVM = List.of("-Xmx1g", "-XX:+UseSerialGC");
    private static final int QUERIES = 10_000;
    private static final int ROUNDS = 9;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration TURN = Duration.ofSeconds(4);
    private static final Target COST = Target.atMost(1.1);

    private final LoadProcess client;
    private final List<Double> with = new ArrayList<>();
    private final List<Double> without = new ArrayList<>();
    private final List<Double> medians = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();

    private SearchWithHistory(LoadProcess client) {
        this.client = client;
    }

    /**
     * Measures it.
     *
     * @param points of the past, rounded down to as many for each offer
     */
    public static List<Row> rows(int points) {
        int revisions = points / ServedCatalog.OFFERS;
        String name = String.format(
                Locale.ROOT, "p99 of a search with %,d price points", (long) revisions * ServedCatalog.OFFERS);
        if (!Core.canKeepTo(2)) {
            return List.of(new Row.NotRun(
                    name, "none", COST, "a core each for server and client takes taskset and two cores"));
        }
        SyntheticCatalog catalog = ServedCatalog.synthetic();
        List<Offer> offers = catalog.offers(ServedCatalog.OFFERS);
        List<byte[]> requests = RequirementMessages.pages(catalog.distinctRequirements(QUERIES)).stream()
                .map(SearchOffersRequest::toByteArray)
                .toList();
        try (CatalogDatabase past = Past.publish(ServedCatalog.FEED, offers, revisions);
                CatalogDatabase none = ServedCatalog.publish(offers);
                ServerProcess remembering = past.start(SERVER.prefix(), JVM);
                ServerProcess fresh = none.start(SERVER.prefix(), JVM);
                LoadProcess client = LoadProcess.start(CLIENT, requests)) {
            SearchWithHistory search = new SearchWithHistory(client);
            search.compare(remembering.address(), fresh.address());
            return List.of(search.row(name));
        }
    }

    private void compare(String remembering, String fresh) {
        client.call(remembering, SEARCH, 1, WARM_UP);
        client.call(fresh, SEARCH, 1, WARM_UP);
        for (int round = 0; round < ROUNDS; round++) {
            LoadProcess.Load loaded = client.call(remembering, SEARCH, 1, TURN);
            LoadProcess.Load unloaded = client.call(fresh, SEARCH, 1, TURN);
            with.add(loaded.p99Nanos() / 1e3);
            without.add(unloaded.p99Nanos() / 1e3);
            ratios.add((double) loaded.p99Nanos() / unloaded.p99Nanos());
            medians.add((double) loaded.medianNanos() / unloaded.medianNanos());
        }
    }

    private Row row(String name) {
        String note = String.format(
                Locale.ROOT,
                "one call at a time, medians of %d pairs, whose ratios lay between %.2f and %.2f; of the median of each the"
                        + " ratio is %.2f",
                ROUNDS,
                Collections.min(ratios),
                Collections.max(ratios),
                Medians.median(medians));
        return new Row.Measured(
                name,
                "the same offers without a past",
                COST,
                "us",
                Medians.median(with),
                Medians.median(without),
                Medians.median(ratios),
                note);
    }
}
