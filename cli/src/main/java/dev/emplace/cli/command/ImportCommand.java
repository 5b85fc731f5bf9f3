package dev.emplace.cli.command;

import com.google.protobuf.util.Timestamps;
import dev.emplace.api.pricing.v1.FileHeader;
import dev.emplace.api.pricing.v1.ImportFormat;
import dev.emplace.api.pricing.v1.ImportHeader;
import dev.emplace.api.pricing.v1.ImportOutcome;
import dev.emplace.api.pricing.v1.ImportUrlRequest;
import dev.emplace.api.pricing.v1.ImportUrlResponse;
import dev.emplace.api.pricing.v1.PriceImport;
import dev.emplace.cli.CliException;
import dev.emplace.cli.option.PricingOption;
import dev.emplace.cli.option.RequestIdOption;
import dev.emplace.cli.option.Words;
import dev.emplace.cli.output.ImportView;
import dev.emplace.cli.remote.Connection;
import dev.emplace.cli.remote.FileUpload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a file of prices. */
@Command(
        name = "import",
        description = {
            "Import a file of prices: what is plausible is published, the rest waits in quarantine.",
            "emplace import aws-karpenter prices.csv --format csv --observed 2026-07-20"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "SOURCE",
            description = "the name of the feed, such as aws-karpenter: the file says all that it has to say")
    private String source = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE|URL",
            description = "a file, or an https address that the service reads")
    private String file = "";

    @Option(
            names = "--format",
            required = true,
            converter = Words.ImportFormats.class,
            completionCandidates = Words.ImportFormats.class,
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}")
    private ImportFormat format = ImportFormat.IMPORT_FORMAT_UNSPECIFIED;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            defaultValue = "",
            description = "whose prices they are, for skypilot: aws, gcp, lambda")
    private String provider = "";

    @Option(
            names = "--observed",
            paramLabel = "DATE",
            description = "the day on which the source said so (default: now)")
    private Optional<LocalDate> observed = Optional.empty();

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            description = "make the source a contracted sheet that only callers of this name see, such as"
                    + " kubernetes:sub:system:serviceaccount:ml:scheduler or kubernetes:group:ml; may be repeated")
    private List<String> readers = List.of();

    @Option(names = "--accept-loss", description = "import even if more than 20%% of the source's offers are gone")
    private boolean acceptLoss;

    @Option(names = "--dry-run", description = "judge every row, and change nothing")
    private boolean dryRun;

    @Mixin
    private RequestIdOption request = new RequestIdOption();

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PricingOption server = new PricingOption();

    @Override
    public Integer call() {
        try (Connection connection = server.connect()) {
            var outcome = isAddress() ? fetch(connection) : send(connection, Path.of(file));
            return (outcome == ImportOutcome.IMPORT_OUTCOME_HELD ? ExitCode.HELD : ExitCode.DONE).number();
        }
    }

    private ImportOutcome send(Connection connection, Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            long size = Files.size(path);
            var bar = ProgressBar.on(screen, size);
            var name = path.getFileName();
            var header = FileHeader.newBuilder()
                    .setImport(header(name == null ? source : name.toString()))
                    .setFormat(format)
                    .setProvider(provider)
                    .setSizeBytes(size)
                    .build();
            var ended = FileUpload.send(
                    connection.imports(),
                    header,
                    in,
                    step -> bar.show(step.getReceivedBytes(), step.getReadRowCount()));
            bar.end();
            show(ended, bar);
            return ended.getOutcome();
        } catch (IOException unreadable) {
            throw new CliException("cannot read " + path + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private ImportOutcome fetch(Connection connection) {
        var bar = ProgressBar.on(screen, 0);
        var last = ImportUrlResponse.getDefaultInstance();
        var steps = connection
                .fetches()
                .importUrl(ImportUrlRequest.newBuilder()
                        .setImport(header(file))
                        .setFormat(format)
                        .setProvider(provider)
                        .build());
        while (steps.hasNext()) {
            last = steps.next();
            bar.show(last.getReceivedBytes(), last.getReadRowCount());
        }
        bar.end();
        if (last.getUnchanged()) {
            screen.show(
                    last, sheet -> sheet.line(source + ": the server has nothing newer than what was imported last"));
        } else {
            show(last.getPriceImport(), bar);
        }
        return last.getPriceImport().getOutcome();
    }

    private void show(PriceImport ended, ProgressBar bar) {
        screen.show(ended, sheet -> ImportView.show(ended, bar.rowsPerSecond(ended.getRowCount()), sheet));
    }

    private boolean isAddress() {
        return file.startsWith("https://") || file.startsWith("http://");
    }

    private ImportHeader header(String document) {
        var header = ImportHeader.newBuilder()
                .setSource(source)
                .setDocument(document)
                .setAcceptLoss(acceptLoss)
                .setValidateOnly(dryRun)
                .addAllReaders(readers)
                .setRequestId(request.id());
        observed.ifPresent(day -> header.setObservedTime(
                Timestamps.fromSeconds(day.atStartOfDay(ZoneOffset.UTC).toEpochSecond())));
        return header.build();
    }
}
