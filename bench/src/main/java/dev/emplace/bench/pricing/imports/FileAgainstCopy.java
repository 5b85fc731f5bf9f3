package dev.emplace.bench.pricing.imports;

import dev.emplace.api.pricing.v1.PriceImport;
import dev.emplace.bench.pricing.ServedCatalog;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.bench.stack.CatalogDatabase;
import dev.emplace.bench.stack.ServerProcess;
import java.util.List;

/**
 * A CSV file of a million rows that a publisher sends to a service: from its first byte to the commit, parsed, each row
 * judged beside all others, published; against copying the rows that come of it.
 */
public final class FileAgainstCopy {

    private static final int ROWS = 1_000_000;
    private static final String NAME = "import of a CSV file of 1,000,000 rows";
    private static final String PSQL = "psql \\copy of the rows that come of it";
    private static final Target SHARE = Target.atLeast(0.6);
    private static final List<String> JVM = List.of("-Xmx4g");

    private FileAgainstCopy() {}

    public static List<Row> rows() {
        if (!CopiedRows.PSQL.isInstalled()) {
            return List.of(new Row.NotRun(NAME, PSQL, SHARE, "there is no psql"));
        }
        try (CatalogDatabase database = CatalogDatabase.create();
                PriceFile file = PriceFile.of(ServedCatalog.reference(), ROWS)) {
            database.execute("checkpoint");
            double imported = imported(database, file);
            return List.of(row(imported, copied(database)));
        }
    }

    /** The service ends with it: one that takes a million offers up would do so beside the copy. */
    private static double imported(CatalogDatabase database, PriceFile file) {
        try (ServerProcess service = database.start(List.of(), JVM)) {
            return rate(() -> {
                PriceImport ended = SentFile.to(service.address(), "csv", file.path());
                if (ended.getAddedOfferCount() != ROWS) {
                    throw new IllegalStateException("not all rows were added: " + ended);
                }
            });
        }
    }

    private static double copied(CatalogDatabase database) {
        try (CopiedRows rows = CopiedRows.of(database)) {
            database.execute("checkpoint");
            return rate(rows::copyByPsql);
        }
    }

    private static double rate(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return ROWS / ((System.nanoTime() - start) / 1e9);
    }

    private static Row row(double imported, double copied) {
        String note = "once, from the first byte to the answer, by a service that has just started";
        return new Row.Measured(NAME, PSQL, SHARE, "rows/s", imported, copied, imported / copied, note);
    }
}
