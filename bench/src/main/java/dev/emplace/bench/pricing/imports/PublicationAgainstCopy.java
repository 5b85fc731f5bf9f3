package dev.emplace.bench.pricing.imports;

import dev.emplace.bench.pricing.ServedCatalog;
import dev.emplace.bench.report.Medians;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.bench.stack.CatalogDatabase;
import dev.emplace.pricing.domain.offers.Offer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A feed of a million offers, compared with what is believed and published, against copying the same million rows into
 * the same table: indexes, constraints and all. In turn, each time into empty tables after a checkpoint.
 */
public final class PublicationAgainstCopy {

    private static final int OFFERS = 1_000_000;
    private static final int ROUNDS = 3;
    private static final String NAME = "publication of 1,000,000 offers";
    private static final String PSQL = "psql \\copy of the same rows";
    private static final String JDBC = "JDBC CopyManager of the same rows";
    private static final Target SHARE = Target.atLeast(0.6);

    private final CatalogDatabase database;
    private final List<Offer> offers;
    private final List<Double> published = new ArrayList<>();
    private final List<Double> byPsql = new ArrayList<>();
    private final List<Double> byJdbc = new ArrayList<>();

    private PublicationAgainstCopy(CatalogDatabase database, List<Offer> offers) {
        this.database = database;
        this.offers = offers;
    }

    public static List<Row> rows() {
        try (CatalogDatabase database = CatalogDatabase.create()) {
            return new PublicationAgainstCopy(
                            database, ServedCatalog.synthetic().offers(OFFERS))
                    .measured();
        }
    }

    private List<Row> measured() {
        boolean psql = CopiedRows.PSQL.isInstalled();
        publish();
        try (CopiedRows rows = CopiedRows.of(database)) {
            for (int round = 0; round < ROUNDS; round++) {
                if (round > 0) {
                    publish();
                }
                copy(byJdbc, rows::copyByJdbc);
                if (psql) {
                    copy(byPsql, rows::copyByPsql);
                }
            }
        }
        return List.of(
                psql ? row(PSQL, byPsql) : new Row.NotRun(NAME, PSQL, SHARE, "there is no psql"), row(JDBC, byJdbc));
    }

    private void publish() {
        database.execute("truncate offer_version, publication, price_feed");
        database.execute("checkpoint");
        published.add(rate(() -> {
            long added = database.publish(ServedCatalog.FEED, offers).added();
            if (added != OFFERS) {
                throw new IllegalStateException(added + " offers were added");
            }
        }));
    }

    private void copy(List<Double> rates, Runnable copy) {
        database.execute("truncate copied_version");
        database.execute("checkpoint");
        rates.add(rate(copy));
    }

    private static double rate(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return OFFERS / ((System.nanoTime() - start) / 1e9);
    }

    /** The ratio is the median of those of each round: a disturbance of one round moves both or that round only. */
    private Row row(String baseline, List<Double> rates) {
        List<Double> ratios = IntStream.range(0, ROUNDS)
                .mapToObj(round -> published.get(round) / rates.get(round))
                .toList();
        String note = String.format(
                Locale.ROOT,
                "from the first offer to the commit; medians of %d rounds, whose ratios lay between %.2f and %.2f",
                ROUNDS,
                Collections.min(ratios),
                Collections.max(ratios));
        return new Row.Measured(
                NAME,
                baseline,
                SHARE,
                "rows/s",
                Medians.median(published),
                Medians.median(rates),
                Medians.median(ratios),
                note);
    }
}
