package dev.emplace.bench.power.replica;

import dev.emplace.bench.power.site.FilledSites;
import dev.emplace.power.domain.reservation.SiteBook;
import dev.emplace.power.grpc.ContractFormat;
import dev.emplace.power.persistence.PostgresJournal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A replica that has just started: prints how long copying the rows of all sites out took, and reading the sites, both
 * in nanoseconds. In a process of its own, so that no code is compiled yet.
 */
final class ReplicaMain {
    private static final String SITES = "copy (select body from site) to stdout (format binary)";
    private static final String LIVE =
            "copy (select body from reservation where state in ('PENDING', 'CONFIRMED')) to stdout (format binary)";

    private ReplicaMain() {}

    public static void main(String[] args) throws SQLException, IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(args[0]);
        source.setUser(args[1]);
        source.setPassword(args[2]);
        long copied;
        try (Connection connection = source.getConnection()) {
            // The first reads them from disk, and the classes.
            copy(connection);
            copied = copy(connection);
        }
        SiteBook book =
                new SiteBook(new PostgresJournal(source, new ContractFormat()), FilledSites.DRAWS, Runnable::run);
        long start = System.nanoTime();
        book.poll().join();
        long read = System.nanoTime() - start;
        new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
                .println(copied + " " + read + " " + book.sites().size());
    }

    private static long copy(Connection connection) throws SQLException, IOException {
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        long start = System.nanoTime();
        copies.copyOut(SITES, OutputStream.nullOutputStream());
        copies.copyOut(LIVE, OutputStream.nullOutputStream());
        return System.nanoTime() - start;
    }
}
