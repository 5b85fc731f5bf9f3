package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.FileHeader;
import dev.emplace.api.pricing.v1.ImportFileRequest;
import dev.emplace.api.pricing.v1.ImportFileResponse;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.pricing.domain.imports.BrokenFileException;
import dev.emplace.pricing.domain.imports.ImportLimit;
import dev.emplace.pricing.domain.imports.ImportRecord;
import dev.emplace.pricing.ingest.files.Assignment;
import dev.emplace.pricing.ingest.files.FileFormat;
import dev.emplace.pricing.ingest.files.FileImport;
import dev.emplace.pricing.ingest.files.Spool;
import dev.emplace.pricing.ingest.files.SpooledFile;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One file on its way from a caller into the catalog. */
final class Upload {

    private static final long STEP_BYTES = 8L << 20;

    private final MessageQueue<ImportFileRequest> messages;
    private final StreamObserver<ImportFileResponse> out;
    private final FileImport files;
    private final Spool spool;
    private final ImportLimit limit;

    Upload(
            MessageQueue<ImportFileRequest> messages,
            StreamObserver<ImportFileResponse> out,
            FileImport files,
            Spool spool,
            ImportLimit limit) {
        this.messages = messages;
        this.out = out;
        this.files = files;
        this.spool = spool;
        this.limit = limit;
    }

    ImportFileResponse run() throws Exception {
        var first = messages.take().orElseThrow(ImportHeaders::headerFirst);
        if (!first.hasHeader()) {
            throw ImportHeaders.headerFirst();
        }
        var header = first.getHeader();
        requireProvider(header);
        return limit.now(() -> take(header));
    }

    private ImportFileResponse take(FileHeader header) throws IOException, InterruptedException {
        try (var file = spool.file()) {
            receive(file);
            requireWhole(header, file);
            var ended = run(header, file);
            return ImportFileResponse.newBuilder()
                    .setReceivedBytes(file.size())
                    .setReadRowCount(ended.report().rows())
                    .setPriceImport(ImportMessages.message(ended))
                    .build();
        }
    }

    private void receive(SpooledFile file) throws IOException, InterruptedException {
        long told = 0;
        for (var message = messages.take(); message.isPresent(); message = messages.take()) {
            if (!message.get().hasChunk()) {
                throw ImportHeaders.headerFirst();
            }
            file.append(message.get().getChunk().asReadOnlyByteBuffer());
            if (file.size() - told >= STEP_BYTES) {
                told = file.size();
                tell(told, 0);
            }
        }
        tell(file.size(), 0);
    }

    private ImportRecord run(FileHeader header, SpooledFile file) throws IOException {
        var common = header.getImport();
        var assignment = new Assignment(
                common.getSource(),
                FileFormat.valueOf(header.getFormat().name().substring("IMPORT_FORMAT_".length())),
                header.getProvider(),
                common.getDocument(),
                ImportHeaders.observed(common),
                common.getAcceptLoss(),
                common.getValidateOnly(),
                ImportHeaders.caller(),
                Asking.sharing(common.getReadersList()),
                ImportHeaders.key(common, header, file.sha256Hex()));
        return files.run(assignment, List.of(file), file.size(), Optional.empty(), rows -> tell(file.size(), rows));
    }

    private void tell(long bytes, long rows) {
        out.onNext(ImportFileResponse.newBuilder()
                .setReceivedBytes(bytes)
                .setReadRowCount(rows)
                .build());
    }

    private static void requireProvider(FileHeader header) {
        if (header.getFormat() == dev.emplace.api.pricing.v1.ImportFormat.IMPORT_FORMAT_SKYPILOT
                && header.getProvider().isBlank()) {
            throw new InvalidFieldException(
                    "header.provider", "is empty; files of SkyPilot do not say whose prices they are, so say it: aws");
        }
    }

    private static void requireWhole(FileHeader header, SpooledFile file) {
        if (header.getSizeBytes() != 0 && header.getSizeBytes() != file.size()) {
            throw new BrokenFileException(
                    "the file", file.size() + " bytes came of " + header.getSizeBytes() + ": it is cut off");
        }
    }
}
