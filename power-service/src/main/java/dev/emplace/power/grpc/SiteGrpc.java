package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.ApplyTopologyRequest;
import dev.emplace.api.power.v1.ApplyTopologyResponse;
import dev.emplace.api.power.v1.GetSiteRequest;
import dev.emplace.api.power.v1.GetSiteResponse;
import dev.emplace.api.power.v1.ListSitesRequest;
import dev.emplace.api.power.v1.ListSitesResponse;
import dev.emplace.api.power.v1.SiteRevision;
import dev.emplace.api.power.v1.SiteServiceGrpc;
import dev.emplace.platform.calls.Dispatcher;
import dev.emplace.platform.paging.Page;
import dev.emplace.power.domain.reservation.Change;
import dev.emplace.power.domain.reservation.Command;
import dev.emplace.power.domain.reservation.Reservations;
import dev.emplace.power.domain.reservation.SiteBook;
import dev.emplace.power.domain.reservation.SiteView;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.List;

/** Sites over gRPC. What a site has left takes arithmetic that has no place on the event loop. */
@GrpcService
public class SiteGrpc extends SiteServiceGrpc.SiteServiceImplBase {
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private final SiteBook book;
    private final Reservations reservations;
    private final Dispatcher dispatcher;

    SiteGrpc(SiteBook book, Reservations reservations, Dispatcher dispatcher) {
        this.book = book;
        this.reservations = reservations;
        this.dispatcher = dispatcher;
    }

    @Override
    public void applyTopology(ApplyTopologyRequest request, StreamObserver<ApplyTopologyResponse> out) {
        dispatcher.dispatch(out, () -> {
            Context call = Context.current();
            Command.Apply command = new Command.Apply(
                    Requests.key(request, request.getRequestId()),
                    TopologyMessages.toDomain(request.getTopology()),
                    request.getEtag(),
                    request.getValidateOnly(),
                    request.getForceReason());
            var outcome = Requests.await(reservations.submit(
                    Names.siteId(request.getSite(), "site"), command, () -> Requests.abandoned(call)));
            return SiteMessages.toProto((Change.OfSite) outcome.change(), outcome.revision());
        });
    }

    @Override
    public void getSite(GetSiteRequest request, StreamObserver<GetSiteResponse> out) {
        dispatcher.dispatch(out, () -> {
            MinRevision.await(book, Names.siteId(request.getName(), "name"), request.getMinRevision());
            return get(request);
        });
    }

    private GetSiteResponse get(GetSiteRequest request) {
        SiteView view = book.site(Names.siteId(request.getName(), "name"));
        return GetSiteResponse.newBuilder()
                .setSite(SiteMessages.whole(view))
                .setRevision(view.revision())
                .build();
    }

    @Override
    public void listSites(ListSitesRequest request, StreamObserver<ListSitesResponse> out) {
        dispatcher.dispatch(out, () -> {
            MinRevision.await(book, request.getMinRevisionsList());
            return list(request);
        });
    }

    private ListSitesResponse list(ListSitesRequest request) {
        Page page = Page.of(request, USUAL_PAGE, LARGEST_PAGE);
        List<SiteView> rest = book.sites().stream()
                .filter(view -> page.after()
                        .filter(last -> view.site().name().compareTo(last) <= 0)
                        .isEmpty())
                .filter(view -> request.getCountriesCount() == 0
                        || request.getCountriesList()
                                .contains(view.site().topology().surroundings().country()))
                .toList();
        List<SiteView> shown = rest.stream().limit(page.size()).toList();
        return ListSitesResponse.newBuilder()
                .addAllSites(shown.stream().map(SiteMessages::outline).toList())
                .addAllRevisions(shown.stream().map(SiteGrpc::revision).toList())
                .setNextPageToken(
                        rest.size() > shown.size()
                                ? page.next(shown.get(shown.size() - 1).site().name())
                                : "")
                .build();
    }

    private static SiteRevision revision(SiteView view) {
        return SiteRevision.newBuilder()
                .setSite(Names.site(view.site().name()))
                .setRevision(view.revision())
                .build();
    }
}
