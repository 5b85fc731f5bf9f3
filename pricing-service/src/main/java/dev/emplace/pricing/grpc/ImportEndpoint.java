package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.ImportFileRequest;
import dev.emplace.api.pricing.v1.ImportFileResponse;
import dev.emplace.api.pricing.v1.ImportOffersRequest;
import dev.emplace.api.pricing.v1.ImportOffersResponse;
import dev.emplace.api.pricing.v1.ImportServiceGrpc;
import dev.emplace.api.pricing.v1.ImportUrlRequest;
import dev.emplace.api.pricing.v1.ImportUrlResponse;
import dev.emplace.api.pricing.v1.ListImportsRequest;
import dev.emplace.api.pricing.v1.ListImportsResponse;
import dev.emplace.platform.calls.Dispatcher;
import dev.emplace.platform.paging.Page;
import dev.emplace.pricing.domain.imports.ImportLimit;
import dev.emplace.pricing.domain.imports.ImportLog;
import dev.emplace.pricing.domain.imports.Importer;
import dev.emplace.pricing.domain.sheets.SheetBook;
import dev.emplace.pricing.ingest.files.FileImport;
import dev.emplace.pricing.ingest.files.Spool;
import dev.emplace.pricing.ingest.files.UrlImport;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.time.Clock;
import java.util.Optional;

/** ImportService of the contract. */
@GrpcService
public class ImportEndpoint extends ImportServiceGrpc.ImportServiceImplBase {

    private static final int DEFAULT_LIST = 100;
    private static final int MAXIMUM = 1000;

    private final Dispatcher dispatcher;
    private final FileImport files;
    private final Spool spool;
    private final Importer importer;
    private final UrlImport urls;
    private final ImportLog log;
    private final Clock clock;
    private final ImportLimit limit;
    private final SheetBook sheets;

    ImportEndpoint(
            Dispatcher dispatcher,
            FileImport files,
            Spool spool,
            Importer importer,
            UrlImport urls,
            ImportLog log,
            Clock clock,
            ImportLimit limit,
            SheetBook sheets) {
        this.dispatcher = dispatcher;
        this.files = files;
        this.spool = spool;
        this.importer = importer;
        this.urls = urls;
        this.log = log;
        this.clock = clock;
        this.limit = limit;
        this.sheets = sheets;
    }

    @Override
    public StreamObserver<ImportFileRequest> importFile(StreamObserver<ImportFileResponse> out) {
        var call = (ServerCallStreamObserver<ImportFileResponse>) out;
        return MessageQueue.receive(
                call, dispatcher, limit.silence(), queue -> new Upload(queue, call, files, spool, limit).run());
    }

    @Override
    public StreamObserver<ImportOffersRequest> importOffers(StreamObserver<ImportOffersResponse> out) {
        var call = (ServerCallStreamObserver<ImportOffersResponse>) out;
        return MessageQueue.receive(
                call, dispatcher, limit.silence(), queue -> new Push(queue, importer, clock, limit).run());
    }

    @Override
    public void importUrl(ImportUrlRequest request, StreamObserver<ImportUrlResponse> out) {
        dispatcher.dispatch(out, () -> limit.now(() -> new UrlCall(urls, out).run(request)));
    }

    @Override
    public void listImports(ListImportsRequest request, StreamObserver<ListImportsResponse> out) {
        dispatcher.dispatch(out, () -> list(request));
    }

    private ListImportsResponse list(ListImportsRequest request) {
        var page = Page.of(request, DEFAULT_LIST, MAXIMUM);
        var found = log.list(
                Optional.of(request.getSource()).filter(source -> !source.isEmpty()),
                sheets.all().knownTo(Asking.identity()),
                page.after().map(Long::parseLong).orElse(Long.MAX_VALUE),
                page.size() + 1);
        var shown = found.subList(0, Math.min(page.size(), found.size()));
        var response = ListImportsResponse.newBuilder();
        shown.forEach(ended -> response.addPriceImports(ImportMessages.message(ended)));
        if (found.size() > shown.size()) {
            response.setNextPageToken(
                    page.next(Long.toString(shown.get(shown.size() - 1).id())));
        }
        return response.build();
    }
}
