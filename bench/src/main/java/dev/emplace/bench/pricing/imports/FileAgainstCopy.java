package dev.emplace.bench.pricing.imports;

import dev.emplace.api.pricing.v1.PriceImport;
import dev.emplace.bench.pricing.ServedCatalog;
import dev.emplace.bench.report.Medians;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.bench.stack.CatalogDatabase;
import dev.emplace.bench.stack.ServerProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A CSV file of a million rows that a publisher sends to a service: from its first byte to the commit, parsed, each row
 * judged beside all others, published; against copying the rows that come of it.
 */
public final class FileAgainstCopy {

    private static final int ROWS = 1_000_000;
    private static final int ROUNDS = 2;
    private static final String NAME = "import of a CSV file of 1,000,000 rows";
    private static final String PSQL = "psql \\copy of the rows that come of it";
    private static final Target SHARE = Target.atLeast(0.6);
    private static final List<String> JVM = List.of("-Xmx4g");

    private final CatalogDatabase database;
    private final List<Double> imported = new ArrayList<>();
    private final List<Double> copied = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();

    private FileAgainstCopy(CatalogDatabase database) {
        this.database = database;
    }

    public static List<Row> rows() {
        if (!CopiedRows.PSQL.isInstalled()) {
            return List.of(new Row.NotRun(NAME, PSQL, SHARE, "there is no psql"));
        }
        try (CatalogDatabase database = CatalogDatabase.create();
                PriceFile file = PriceFile.of(ServedCatalog.reference(), ROWS)) {
            return new FileAgainstCopy(database).measured(file);
        }
    }

    private List<Row> measured(PriceFile file) {
        for (int round = 0; round < ROUNDS; round++) {
            database.execute("truncate offer_version, publication, price_feed");
            database.execute("checkpoint");
            // A service that has taken a million offers up would do so again beside the copy.
            try (ServerProcess service = database.start(List.of(), JVM)) {
                send(service, file, "csv-" + round);
            }
            try (CopiedRows rows = CopiedRows.of(database)) {
                database.execute("checkpoint");
                copied.add(rate(rows::copyByPsql));
                database.execute("drop table copied_version");
            }
            shares.add(imported.get(round) / copied.get(round));
        }
        return List.of(row());
    }

    private void send(ServerProcess service, PriceFile file, String source) {
        imported.add(rate(() -> {
            PriceImport ended = SentFile.to(service.address(), source, file.path());
            if (ended.getAddedOfferCount() != ROWS) {
                throw new IllegalStateException("not all rows were added: " + ended);
            }
        }));
    }

    private static double rate(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return ROWS / ((System.nanoTime() - start) / 1e9);
    }

    private Row row() {
        String note = String.format(
                Locale.ROOT,
                "from the first byte to the answer, each time by a service that has just started; the lower of %d rounds: %s",
                ROUNDS,
                shares.stream()
                        .map(share -> String.format(Locale.ROOT, "%.2f", share))
                        .toList());
        return new Row.Measured(
                NAME,
                PSQL,
                SHARE,
                "rows/s",
                Medians.median(imported),
                Medians.median(copied),
                Medians.median(shares),
                note);
    }
}
