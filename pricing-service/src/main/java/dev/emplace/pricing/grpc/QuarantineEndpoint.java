package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.ListQuarantinedRowsRequest;
import dev.emplace.api.pricing.v1.ListQuarantinedRowsResponse;
import dev.emplace.api.pricing.v1.QuarantineServiceGrpc;
import dev.emplace.api.pricing.v1.RejectQuarantinedRowRequest;
import dev.emplace.api.pricing.v1.RejectQuarantinedRowResponse;
import dev.emplace.api.pricing.v1.ReleaseQuarantinedRowRequest;
import dev.emplace.api.pricing.v1.ReleaseQuarantinedRowResponse;
import dev.emplace.platform.auth.Caller;
import dev.emplace.platform.calls.Dispatcher;
import dev.emplace.platform.paging.Page;
import dev.emplace.pricing.domain.imports.Quarantine;
import dev.emplace.pricing.domain.imports.QuarantinedRow;
import dev.emplace.pricing.domain.imports.UnpublishableRowException;
import dev.emplace.pricing.domain.sheets.SheetBook;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.Optional;

/** QuarantineService of the contract. */
@GrpcService
public class QuarantineEndpoint extends QuarantineServiceGrpc.QuarantineServiceImplBase {

    private static final int DEFAULT_LIST = 100;
    private static final int MAXIMUM = 1000;

    private final Dispatcher dispatcher;
    private final Quarantine quarantine;
    private final SheetBook sheets;

    QuarantineEndpoint(Dispatcher dispatcher, Quarantine quarantine, SheetBook sheets) {
        this.dispatcher = dispatcher;
        this.quarantine = quarantine;
        this.sheets = sheets;
    }

    @Override
    public void listQuarantinedRows(
            ListQuarantinedRowsRequest request, StreamObserver<ListQuarantinedRowsResponse> out) {
        dispatcher.dispatch(out, () -> list(request));
    }

    @Override
    public void releaseQuarantinedRow(
            ReleaseQuarantinedRowRequest request, StreamObserver<ReleaseQuarantinedRowResponse> out) {
        dispatcher.dispatch(out, () -> {
            var row = managed(request.getName());
            if (!row.publishable()) {
                throw new UnpublishableRowException(row);
            }
            return ReleaseQuarantinedRowResponse.newBuilder()
                    .setQuarantinedRow(decide(row, QuarantinedRow.State.RELEASED, request.getComment()))
                    .build();
        });
    }

    @Override
    public void rejectQuarantinedRow(
            RejectQuarantinedRowRequest request, StreamObserver<RejectQuarantinedRowResponse> out) {
        dispatcher.dispatch(out, () -> {
            var row = managed(request.getName());
            return RejectQuarantinedRowResponse.newBuilder()
                    .setQuarantinedRow(decide(row, QuarantinedRow.State.REJECTED, request.getComment()))
                    .build();
        });
    }

    /** What is decided already stays as it was decided first, with who said so. */
    private dev.emplace.api.pricing.v1.QuarantinedRow decide(
            QuarantinedRow row, QuarantinedRow.State state, String comment) {
        var decided = row.state() == state
                ? row
                : quarantine.decide(
                        row.fingerprint(),
                        state,
                        Caller.current().map(Caller::name).orElse(""),
                        comment);
        return ImportMessages.message(decided);
    }

    private ListQuarantinedRowsResponse list(ListQuarantinedRowsRequest request) {
        var page = Page.of(request, DEFAULT_LIST, MAXIMUM);
        var filter = new Quarantine.Filter(
                Optional.of(request.getSource()).filter(source -> !source.isEmpty()),
                ImportMessages.reason(request.getReason()),
                ImportMessages.state(request.getState()),
                sheets.all().knownTo(Asking.identity()));
        var found = quarantine.list(filter, page.after(), page.size() + 1);
        var shown = found.subList(0, Math.min(page.size(), found.size()));
        var response = ListQuarantinedRowsResponse.newBuilder();
        shown.forEach(row -> response.addQuarantinedRows(ImportMessages.message(row)));
        if (found.size() > shown.size()) {
            response.setNextPageToken(page.next(shown.get(shown.size() - 1).fingerprint()));
        }
        return response.build();
    }

    /** Whoever may not import a sheet decides about none of its rows, and is told of none. */
    private QuarantinedRow managed(String name) {
        return quarantine.get(fingerprint(name), sheets.all().managedBy(Asking.identity()));
    }

    private static String fingerprint(String name) {
        return name.substring(ImportMessages.QUARANTINED_ROWS.length());
    }
}
