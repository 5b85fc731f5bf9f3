package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.GetQuotasRequest;
import dev.emplace.api.power.v1.GetQuotasResponse;
import dev.emplace.api.power.v1.QuotaServiceGrpc;
import dev.emplace.api.power.v1.SetQuotasRequest;
import dev.emplace.api.power.v1.SetQuotasResponse;
import dev.emplace.platform.calls.Dispatcher;
import dev.emplace.power.domain.reservation.Change;
import dev.emplace.power.domain.reservation.Command;
import dev.emplace.power.domain.reservation.Reservations;
import dev.emplace.power.domain.reservation.SiteBook;
import dev.emplace.power.domain.reservation.SiteView;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

/** Quotas over gRPC. */
@GrpcService
public class QuotaGrpc extends QuotaServiceGrpc.QuotaServiceImplBase {
    private final Reservations reservations;
    private final SiteBook book;
    private final Dispatcher dispatcher;

    QuotaGrpc(Reservations reservations, SiteBook book, Dispatcher dispatcher) {
        this.reservations = reservations;
        this.book = book;
        this.dispatcher = dispatcher;
    }

    @Override
    public void setQuotas(SetQuotasRequest request, StreamObserver<SetQuotasResponse> out) {
        dispatcher.dispatch(out, () -> {
            Context call = Context.current();
            Command.SetQuotas command = new Command.SetQuotas(
                    Requests.key(request, request.getRequestId()),
                    QuotaMessages.toDomain(request),
                    request.getEtag(),
                    request.getValidateOnly());
            var outcome = Requests.await(reservations.submit(
                    Names.siteId(request.getSite(), "site"), command, () -> Requests.abandoned(call)));
            return QuotaMessages.stored(((Change.OfQuotas) outcome.change()).quotas()).toBuilder()
                    .setRevision(outcome.revision())
                    .build();
        });
    }

    @Override
    public void getQuotas(GetQuotasRequest request, StreamObserver<GetQuotasResponse> out) {
        dispatcher.dispatch(out, () -> {
            String site = Names.siteId(request.getSite(), "site");
            MinRevision.await(book, site, request.getMinRevision());
            SiteView view = book.site(site);
            return GetQuotasResponse.newBuilder()
                    .addAllUsages(QuotaMessages.usages(view))
                    .setEtag(view.quotas().token().etag())
                    .setRevision(view.revision())
                    .build();
        });
    }
}
