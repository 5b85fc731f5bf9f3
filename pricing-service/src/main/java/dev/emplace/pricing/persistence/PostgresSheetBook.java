package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.sheets.SheetBook;
import dev.emplace.pricing.domain.sheets.Sheets;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Contracted sheets in PostgreSQL. */
@Singleton
final class PostgresSheetBook implements SheetBook {

    private static final String PUBLIC = """
            SELECT 1 WHERE EXISTS (SELECT FROM price_feed WHERE name = ?)
                OR EXISTS (SELECT FROM price_import WHERE source = ?)
            """;

    private final DataSource database;

    PostgresSheetBook(DataSource database) {
        this.database = database;
    }

    @Override
    public Sheets all() {
        return Sql.transact(
                database, "the contracted sheets could not be read", sql -> SheetRows.all(sql.connection()));
    }

    @Override
    public boolean isPublic(String source) {
        return Sql.transact(
                database,
                "the source '" + source + "' could not be looked up",
                sql -> sql.first(row -> true, PUBLIC, source, source).isPresent()
                        && SheetRows.all(sql.connection()).of(source).isEmpty());
    }
}
