package dev.emplace.bench.pricing.imports;

import com.google.protobuf.ByteString;
import dev.emplace.api.pricing.v1.FileHeader;
import dev.emplace.api.pricing.v1.ImportFileRequest;
import dev.emplace.api.pricing.v1.ImportFileResponse;
import dev.emplace.api.pricing.v1.ImportFormat;
import dev.emplace.api.pricing.v1.ImportHeader;
import dev.emplace.api.pricing.v1.ImportServiceGrpc;
import dev.emplace.api.pricing.v1.PriceImport;
import dev.emplace.client.CallSettings;
import dev.emplace.client.ServiceConnection;
import io.grpc.InsecureChannelCredentials;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A price file on its way into a service, as a publisher sends it; its answer is there once the import is committed. */
final class SentFile implements StreamObserver<ImportFileResponse> {

    private static final int CHUNK_BYTES = 1 << 18;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final CompletableFuture<PriceImport> ended = new CompletableFuture<>();

    private SentFile() {}

    /** Sends it and waits. */
    static PriceImport to(String address, String source, Path file) {
        CallSettings settings = CallSettings.USUAL.withDeadline(LONGEST);
        try (ServiceConnection connection = ServiceConnection.open(
                        address, InsecureChannelCredentials.create(), Optional.empty(), settings);
                InputStream bytes = Files.newInputStream(file)) {
            SentFile sent = new SentFile();
            StreamObserver<ImportFileRequest> out =
                    connection.stub(ImportServiceGrpc::newStub).importFile(sent);
            out.onNext(ImportFileRequest.newBuilder().setHeader(header(source)).build());
            for (byte[] chunk = bytes.readNBytes(CHUNK_BYTES);
                    chunk.length > 0;
                    chunk = bytes.readNBytes(CHUNK_BYTES)) {
                out.onNext(ImportFileRequest.newBuilder()
                        .setChunk(ByteString.copyFrom(chunk))
                        .build());
            }
            out.onCompleted();
            return sent.ended.join();
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " could not be sent", failed);
        }
    }

    private static FileHeader header(String source) {
        return FileHeader.newBuilder()
                .setFormat(ImportFormat.IMPORT_FORMAT_CSV)
                .setImport(ImportHeader.newBuilder()
                        .setSource(source)
                        .setDocument("a synthetic price file")
                        .setRequestId(UUID.randomUUID().toString()))
                .build();
    }

    @Override
    public void onNext(ImportFileResponse progress) {
        if (progress.hasPriceImport()) {
            ended.complete(progress.getPriceImport());
        }
    }

    @Override
    public void onError(Throwable refused) {
        ended.completeExceptionally(refused);
    }

    @Override
    public void onCompleted() {
        ended.completeExceptionally(new IllegalStateException("the import ended without a result"));
    }
}
