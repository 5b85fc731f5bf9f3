package dev.emplace.bench.pricing.imports;

import dev.emplace.bench.stack.CatalogDatabase;
import dev.emplace.bench.stack.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** The rows of offer_version in a file, and a table just like it to copy them into. */
final class CopiedRows implements AutoCloseable {

    static final Tool PSQL = new Tool("psql");

    private static final String COPY = "copied_version from ";

    private final CatalogDatabase database;
    private final Path file;

    private CopiedRows(CatalogDatabase database, Path file) {
        this.database = database;
        this.file = file;
    }

    /** Takes them from the database, in the order in which they were written there. */
    static CopiedRows of(CatalogDatabase database) {
        try (var connection = database.source().getConnection()) {
            Path file = Files.createTempFile("emplace-bench-rows-", ".txt");
            database.execute("create table copied_version (like offer_version including all)");
            try (var out = Files.newOutputStream(file)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from offer_version order by id) to stdout", out);
            }
            return new CopiedRows(database, file);
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException("the rows could not be read back", failed);
        }
    }

    void copyByPsql() {
        PSQL.run(
                database.psqlEnvironment(),
                List.of("-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", "\\copy " + COPY + "'" + file + "'"));
    }

    void copyByJdbc() {
        try (var connection = database.source().getConnection();
                InputStream rows = Files.newInputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + COPY + "stdin", rows, 1 << 16);
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException("the rows could not be copied", failed);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            throw new UncheckedIOException(file + " could not be removed", kept);
        }
    }
}
