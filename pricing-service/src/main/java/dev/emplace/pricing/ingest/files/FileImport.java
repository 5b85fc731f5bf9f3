package dev.emplace.pricing.ingest.files;

import dev.emplace.pricing.domain.imports.BrokenFileException;
import dev.emplace.pricing.domain.imports.Feed;
import dev.emplace.pricing.domain.imports.ImportLog;
import dev.emplace.pricing.domain.imports.ImportRecord;
import dev.emplace.pricing.domain.imports.Importer;
import dev.emplace.pricing.domain.imports.Order;
import dev.emplace.pricing.domain.imports.Shapes;
import dev.emplace.pricing.domain.offers.PriceBasis;
import dev.emplace.pricing.domain.sheets.Sheet;
import dev.emplace.pricing.ingest.formats.AwsBulkJson;
import dev.emplace.pricing.ingest.formats.AzureRetailJson;
import dev.emplace.pricing.ingest.formats.GcpBillingJson;
import dev.emplace.pricing.ingest.formats.PlainCsv;
import dev.emplace.pricing.ingest.formats.PriceFormat;
import dev.emplace.pricing.ingest.formats.PricePage;
import dev.emplace.pricing.ingest.formats.Rows;
import dev.emplace.pricing.ingest.formats.SkyPilotCsv;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Imports what lies on disk. */
public final class FileImport {

    private final Importer importer;
    private final Shapes shapes;
    private final Clock clock;
    private final int mostRows;

    public FileImport(Importer importer, Shapes shapes, Clock clock, int mostRows) {
        this.importer = importer;
        this.shapes = shapes;
        this.clock = clock;
        this.mostRows = mostRows;
    }

    /**
     * Reads and imports, blocking.
     *
     * @param tag what the pages' server calls them
     * @param progress told how many rows were read, now and then
     */
    public ImportRecord run(
            Assignment assignment,
            List<? extends PricePage> pages,
            long bytes,
            Optional<ImportLog.Tag> tag,
            LongConsumer progress)
            throws IOException {
        var format = format(assignment.format(), assignment.provider());
        var rows = new Rows(mostRows, progress);
        format.read(List.copyOf(pages), rows);
        requireSomething(rows, assignment.acceptLoss());
        progress.accept(rows.rows().size());
        return importer.run(order(assignment, format, bytes, tag), rows.rows(), rows.leftOut());
    }

    /** A file of nothing is a mistake far more often than a wish to withdraw all. */
    private static void requireSomething(Rows rows, boolean acceptLoss) {
        if (rows.rows().isEmpty() && rows.leftOut().isEmpty() && !acceptLoss) {
            throw new BrokenFileException(
                    "the file",
                    "has no rows; to withdraw all that its source has published, import it with accept_loss");
        }
    }

    /** As {@link Importer#sheetOf}. */
    Optional<Sheet> sheetOf(Assignment assignment) {
        return importer.sheetOf(assignment.source(), assignment.sharing());
    }

    private Order order(Assignment assignment, PriceFormat format, long bytes, Optional<ImportLog.Tag> tag) {
        var observed = assignment.observed().orElseGet(clock::instant);
        var feed = new Feed(
                assignment.source(),
                format.authority(),
                PriceBasis.LIST,
                assignment.document(),
                observed.atOffset(ZoneOffset.UTC).toLocalDate());
        return new Order(
                feed,
                assignment.format().name(),
                observed,
                assignment.acceptLoss(),
                assignment.validateOnly(),
                bytes,
                assignment.caller(),
                assignment.sharing(),
                assignment.request(),
                tag);
    }

    public PriceFormat format(FileFormat format, String provider) {
        return switch (format) {
            case CSV -> new PlainCsv();
            case SKYPILOT -> new SkyPilotCsv(provider, shapes);
            case AZURE -> new AzureRetailJson();
            case AWS -> new AwsBulkJson();
            case GCP -> new GcpBillingJson(shapes);
        };
    }
}
