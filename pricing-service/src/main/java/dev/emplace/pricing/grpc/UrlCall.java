package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.ImportUrlRequest;
import dev.emplace.api.pricing.v1.ImportUrlResponse;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.pricing.ingest.files.Assignment;
import dev.emplace.pricing.ingest.files.FileFormat;
import dev.emplace.pricing.ingest.files.UrlImport;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.concurrent.CancellationException;

/** One import from a server, with its progress. */
final class UrlCall {

    private static final long STEP_BYTES = 8L << 20;

    private final UrlImport urls;
    private final StreamObserver<ImportUrlResponse> out;
    private long told;

    UrlCall(UrlImport urls, StreamObserver<ImportUrlResponse> out) {
        this.urls = urls;
        this.out = out;
    }

    ImportUrlResponse run(ImportUrlRequest request) throws IOException, InterruptedException {
        var common = request.getImport();
        if (request.getFormat() == dev.emplace.api.pricing.v1.ImportFormat.IMPORT_FORMAT_SKYPILOT
                && request.getProvider().isBlank()) {
            throw new InvalidFieldException(
                    "provider", "is empty; files of SkyPilot do not say whose prices they are, so say it: aws");
        }
        var assignment = new Assignment(
                common.getSource(),
                FileFormat.valueOf(request.getFormat().name().substring("IMPORT_FORMAT_".length())),
                request.getProvider(),
                common.getDocument(),
                ImportHeaders.observed(common),
                common.getAcceptLoss(),
                common.getValidateOnly(),
                ImportHeaders.caller(),
                Asking.sharing(common.getReadersList()),
                ImportHeaders.key(common, request, ""));
        var ended = urls.run(assignment, this::received, this::read);
        var response = ImportUrlResponse.newBuilder().setUnchanged(ended.isEmpty());
        ended.ifPresent(record -> response.setPriceImport(ImportMessages.message(record)));
        return response.build();
    }

    private void received(long bytes) {
        requireCaller();
        if (bytes - told >= STEP_BYTES) {
            told = bytes;
            out.onNext(ImportUrlResponse.newBuilder().setReceivedBytes(bytes).build());
        }
    }

    private void read(long rows) {
        requireCaller();
        out.onNext(ImportUrlResponse.newBuilder()
                .setReceivedBytes(told)
                .setReadRowCount(rows)
                .build());
    }

    /** A download takes as long as its server does; nobody goes on with it for a caller who has left. */
    private static void requireCaller() {
        if (Context.current().isCancelled()) {
            throw new CancellationException("the caller has left");
        }
    }
}
