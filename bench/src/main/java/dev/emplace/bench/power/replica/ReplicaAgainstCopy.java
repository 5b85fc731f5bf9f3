package dev.emplace.bench.power.replica;

import dev.emplace.bench.power.site.FilledSites;
import dev.emplace.bench.power.site.SyntheticSite;
import dev.emplace.bench.report.Medians;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.bench.stack.ServiceDatabase;
import dev.emplace.power.domain.capacity.Survival;
import dev.emplace.power.domain.reservation.Command;
import dev.emplace.power.domain.reservation.Demand;
import dev.emplace.power.domain.reservation.Load;
import dev.emplace.power.domain.reservation.Payload;
import dev.emplace.power.domain.reservation.RequestKey;
import dev.emplace.power.domain.reservation.SiteBook;
import dev.emplace.power.domain.reservation.Window;
import dev.emplace.power.grpc.ContractFormat;
import dev.emplace.power.persistence.PostgresJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.postgresql.ds.PGSimpleDataSource;

/** What a replica reads until it may answer, of a site of 100,000 racks, against COPY out of the same rows. */
public final class ReplicaAgainstCopy {

    private static final String NAME = "replica reads a site of 100,000 racks";
    private static final String BASELINE = "COPY out of the same rows";
    private static final Target TIMES_THE_COST = Target.atMost(3);
    private static final int ROWS = 100;
    private static final int RACKS_PER_ROW = 1_000;
    private static final int RESERVATIONS = 10_000;
    private static final int RACKS = 8;
    private static final int ROUNDS = 5;

    private final List<Double> read = new ArrayList<>();
    private final List<Double> copied = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();

    private ReplicaAgainstCopy() {}

    public static List<Row> rows() {
        return new ReplicaAgainstCopy().measured();
    }

    private List<Row> measured() {
        try (ServiceDatabase database = ServiceDatabase.create("power-service")) {
            fill(database);
            for (int round = 0; round < ROUNDS; round++) {
                start(database);
            }
            return List.of(new Row.Measured(
                    NAME,
                    BASELINE,
                    TIMES_THE_COST,
                    "ms",
                    Medians.median(read),
                    Medians.median(copied),
                    Medians.median(ratios),
                    String.format(
                            Locale.ROOT,
                            "medians of %d fresh processes, whose code nothing has compiled; %,d reservations of %d"
                                    + " racks, %,d bytes of rows",
                            ROUNDS,
                            RESERVATIONS,
                            RACKS,
                            database.number("select (select sum(octet_length(body)) from site)"
                                    + " + (select sum(octet_length(body)) from reservation)"))));
        }
    }

    private static void fill(ServiceDatabase database) {
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            SiteBook book = new SiteBook(
                    new PostgresJournal(database.source(), new ContractFormat()), FilledSites.DRAWS, writer);
            book.submit(
                            "large",
                            new Command.Apply(key(), SyntheticSite.of(ROWS, RACKS_PER_ROW), "", false, ""),
                            () -> false)
                    .join();
            Random random = new Random(1);
            List<CompletableFuture<?>> held = new ArrayList<>();
            for (int i = 0; i < RESERVATIONS; i++) {
                Load load = new Load.OfWatts("row-" + i % ROWS, RACKS, 4_500L + random.nextInt(4_000));
                Demand demand = new Demand(load, Window.FROM_NOW_ON, Survival.ANY_SINGLE_FAILURE);
                held.add(book.submit(
                        "large",
                        new Command.Create(key(), demand, Duration.ofHours(1), "bench", false, Payload.NONE),
                        () -> false));
            }
            held.forEach(CompletableFuture::join);
        } finally {
            writer.shutdown();
        }
    }

    private void start(ServiceDatabase database) {
        PGSimpleDataSource source = (PGSimpleDataSource) database.source();
        try {
            Process replica = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx1g",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ReplicaMain.class.getName(),
                            source.getUrl(),
                            String.valueOf(source.getUser()),
                            String.valueOf(source.getPassword()))
                    .redirectError(Redirect.INHERIT)
                    .start();
            String[] figures = new String(replica.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split(" ", -1);
            copied.add(Long.parseLong(figures[0]) / 1e6);
            read.add(Long.parseLong(figures[1]) / 1e6);
            ratios.add(Double.parseDouble(figures[1]) / Double.parseDouble(figures[0]));
        } catch (IOException failed) {
            throw new UncheckedIOException("a replica could not be started", failed);
        }
    }

    private static RequestKey key() {
        return new RequestKey(UUID.randomUUID(), "");
    }
}
