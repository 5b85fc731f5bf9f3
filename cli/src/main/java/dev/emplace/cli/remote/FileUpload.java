package dev.emplace.cli.remote;

import com.google.protobuf.ByteString;
import dev.emplace.api.pricing.v1.FileHeader;
import dev.emplace.api.pricing.v1.ImportFileRequest;
import dev.emplace.api.pricing.v1.ImportFileResponse;
import dev.emplace.api.pricing.v1.ImportServiceGrpc.ImportServiceStub;
import dev.emplace.api.pricing.v1.PriceImport;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Sends a file to be imported, as fast as it is taken, and waits for what comes of it. */
public final class FileUpload {

    private static final int CHUNK_BYTES = 256 * 1024;

    private FileUpload() {}

    /** Blocks until the import has ended; {@code progress} is told on another thread how far it has come. */
    public static PriceImport send(
            ImportServiceStub imports, FileHeader header, InputStream file, Consumer<ImportFileResponse> progress) {
        var exchange = new Exchange(header, file, progress);
        imports.importFile(exchange);
        try {
            return exchange.ended.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private static final class Exchange implements ClientResponseObserver<ImportFileRequest, ImportFileResponse> {

        private final CompletableFuture<PriceImport> ended = new CompletableFuture<>();
        private final FileHeader header;
        private final InputStream file;
        private final Consumer<ImportFileResponse> progress;
        private byte[] ahead = new byte[0];
        private boolean begun;
        private boolean sent;

        Exchange(FileHeader header, InputStream file, Consumer<ImportFileResponse> progress) {
            this.header = header;
            this.file = file;
            this.progress = progress;
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<ImportFileRequest> call) {
            call.setOnReadyHandler(() -> send(call));
        }

        private void send(ClientCallStreamObserver<ImportFileRequest> call) {
            try {
                while (call.isReady() && !sent) {
                    call.onNext(next());
                    if (sent) {
                        call.onCompleted();
                    }
                }
            } catch (IOException unreadable) {
                ended.completeExceptionally(new UncheckedIOException(unreadable));
                call.cancel("the file cannot be read", unreadable);
            }
        }

        /** The header, then the file's bytes, read one chunk ahead: a chunk that is empty is none. */
        private ImportFileRequest next() throws IOException {
            if (!begun) {
                begun = true;
                ahead = file.readNBytes(CHUNK_BYTES);
                sent = ahead.length == 0;
                return ImportFileRequest.newBuilder().setHeader(header).build();
            }
            var chunk = ahead;
            ahead = file.readNBytes(CHUNK_BYTES);
            sent = ahead.length == 0;
            return ImportFileRequest.newBuilder()
                    .setChunk(ByteString.copyFrom(chunk))
                    .build();
        }

        @Override
        public void onNext(ImportFileResponse response) {
            if (response.hasPriceImport()) {
                ended.complete(response.getPriceImport());
            } else {
                progress.accept(response);
            }
        }

        @Override
        public void onError(Throwable failed) {
            ended.completeExceptionally(failed);
        }

        @Override
        public void onCompleted() {
            // The last message has said all.
        }
    }
}
