package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.ListSourcesRequest;
import dev.emplace.api.pricing.v1.ListSourcesResponse;
import dev.emplace.api.pricing.v1.SourceServiceGrpc;
import dev.emplace.api.pricing.v1.SourceStatus;
import dev.emplace.platform.calls.Dispatcher;
import dev.emplace.platform.paging.Page;
import dev.emplace.pricing.domain.imports.ImportLog;
import dev.emplace.pricing.domain.imports.ImportRecord;
import dev.emplace.pricing.domain.imports.SourceBook;
import dev.emplace.pricing.domain.imports.SourceState;
import dev.emplace.pricing.domain.sheets.SheetBook;
import dev.emplace.pricing.domain.sheets.Sheets;
import dev.emplace.pricing.ingest.files.Subscription;
import dev.emplace.pricing.ingest.files.Subscriptions;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** SourceService of the contract. */
@GrpcService
public class SourceEndpoint extends SourceServiceGrpc.SourceServiceImplBase {

    private static final int DEFAULT_LIST = 100;
    private static final int MAXIMUM = 1000;

    private final Dispatcher dispatcher;
    private final SourceBook sources;
    private final ImportLog log;
    private final Subscriptions subscriptions;
    private final SheetBook sheets;
    private final Clock clock;

    SourceEndpoint(
            Dispatcher dispatcher,
            SourceBook sources,
            ImportLog log,
            Subscriptions subscriptions,
            SheetBook sheets,
            Clock clock) {
        this.dispatcher = dispatcher;
        this.sources = sources;
        this.log = log;
        this.subscriptions = subscriptions;
        this.sheets = sheets;
        this.clock = clock;
    }

    @Override
    public void listSources(ListSourcesRequest request, StreamObserver<ListSourcesResponse> out) {
        dispatcher.dispatch(out, () -> list(request));
    }

    private ListSourcesResponse list(ListSourcesRequest request) {
        var page = Page.of(request, DEFAULT_LIST, MAXIMUM);
        var all = all();
        // After the sources: what is a sheet then is known as one now.
        var shared = subscriptions.sheets(sheets.all());
        var asking = Asking.identity();
        var rest = all.stream()
                .filter(source -> shared.isKnownTo(asking, source.source()))
                .filter(source -> page.after()
                        .map(after -> source.source().compareTo(after) > 0)
                        .orElse(true))
                .toList();
        var shown = rest.subList(0, Math.min(page.size(), rest.size()));
        var response = ListSourcesResponse.newBuilder().addAllSources(messages(shown, shared));
        if (rest.size() > shown.size()) {
            response.setNextPageToken(page.next(shown.get(shown.size() - 1).source()));
        }
        return response.build();
    }

    /** Those that were never read too, as soon as they are to be. */
    private List<SourceState> all() {
        var byName = new TreeMap<String, SourceState>();
        subscriptions.all().stream()
                .map(Subscription::source)
                .forEach(source -> byName.put(source, SourceState.ofNothing(source)));
        sources.all().forEach(source -> byName.put(source.source(), source));
        return new ArrayList<>(byName.values());
    }

    private List<SourceStatus> messages(List<SourceState> shown, Sheets shared) {
        var imports = log.last().stream().collect(Collectors.toMap(ImportRecord::source, Function.identity()));
        var messages = new SourceMessages(clock.instant(), subscriptions, imports, shared, Asking.identity());
        return shown.stream().map(messages::message).toList();
    }
}
