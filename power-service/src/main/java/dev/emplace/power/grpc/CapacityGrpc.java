package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.AssessCapacityRequest;
import dev.emplace.api.power.v1.AssessCapacityResponse;
import dev.emplace.api.power.v1.AssessmentItem;
import dev.emplace.api.power.v1.CapacityServiceGrpc;
import dev.emplace.api.power.v1.ForecastCapacityRequest;
import dev.emplace.api.power.v1.ForecastCapacityResponse;
import dev.emplace.api.power.v1.GetCapacityRequest;
import dev.emplace.api.power.v1.GetCapacityResponse;
import dev.emplace.api.power.v1.NodeCapacity;
import dev.emplace.api.power.v1.ReportMeteredPowerRequest;
import dev.emplace.api.power.v1.ReportMeteredPowerResponse;
import dev.emplace.api.power.v1.WatchCapacityRequest;
import dev.emplace.api.power.v1.WatchCapacityResponse;
import dev.emplace.platform.calls.Dispatcher;
import dev.emplace.power.domain.reservation.Assessor;
import dev.emplace.power.domain.reservation.Demand;
import dev.emplace.power.domain.reservation.Forecast;
import dev.emplace.power.domain.reservation.Metering;
import dev.emplace.power.domain.reservation.SiteBook;
import dev.emplace.power.domain.reservation.SiteView;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Assessments over gRPC: from memory, but with enough arithmetic that it has no place on the event loop. */
@GrpcService
public class CapacityGrpc extends CapacityServiceGrpc.CapacityServiceImplBase {
    private final SiteBook book;
    private final Assessor assessor;
    private final Dispatcher dispatcher;
    private final CapacityWatches watches;
    private final Metering metering;
    private final ExcessMeters excess;

    CapacityGrpc(
            SiteBook book,
            Assessor assessor,
            Dispatcher dispatcher,
            CapacityWatches watches,
            Metering metering,
            ExcessMeters excess) {
        this.book = book;
        this.assessor = assessor;
        this.dispatcher = dispatcher;
        this.watches = watches;
        this.metering = metering;
        this.excess = excess;
    }

    @Override
    public void assessCapacity(AssessCapacityRequest request, StreamObserver<AssessCapacityResponse> out) {
        dispatcher.dispatch(out, () -> assess(request));
    }

    @Override
    public void getCapacity(GetCapacityRequest request, StreamObserver<GetCapacityResponse> out) {
        dispatcher.dispatch(
                out,
                () -> withMetered(
                        request.getSite(),
                        CapacityViewMessages.page(request, view(request.getSite(), request.getMinRevision()))));
    }

    private GetCapacityResponse withMetered(String site, GetCapacityResponse page) {
        var metered = metering.ofNodes(
                Names.siteId(site, "site"),
                page.getNodesList().stream().map(NodeCapacity::getNode).toList());
        GetCapacityResponse.Builder response = page.toBuilder();
        response.getNodesBuilderList()
                .forEach(node -> Optional.ofNullable(metered.get(node.getNode()))
                        .ifPresent(last -> node.setMetered(MeteredMessages.toProto(last, node.getReservedWatts()))));
        return response.build();
    }

    @Override
    public void forecastCapacity(ForecastCapacityRequest request, StreamObserver<ForecastCapacityResponse> out) {
        dispatcher.dispatch(out, () -> {
            SiteView view = view(request.getSite(), request.getMinRevision());
            Instant from = request.hasStartTime() ? Numbers.instant(request.getStartTime(), "start_time") : Instant.MIN;
            Demand demand = DemandMessages.toDomain(request.getDemand(), "demand");
            var runs = new Forecast(assessor).over(view, demand, from, request.getHourCount(), CapacityGrpc::isGone);
            return CapacityViewMessages.forecast(runs, view.revision());
        });
    }

    @Override
    public void reportMeteredPower(ReportMeteredPowerRequest request, StreamObserver<ReportMeteredPowerResponse> out) {
        dispatcher.dispatch(out, () -> {
            String site = Names.siteId(request.getSite(), "site");
            Metering.Reported reported = metering.report(site, MeteredMessages.toDomain(request, site, metering.now()));
            excess.count(site, reported.excess());
            return ReportMeteredPowerResponse.newBuilder()
                    .setKeptCount(reported.kept())
                    .setIgnoredCount(request.getReadingsCount() - reported.kept())
                    .setRevision(book.revision(site))
                    .build();
        });
    }

    @Override
    public void watchCapacity(WatchCapacityRequest request, StreamObserver<WatchCapacityResponse> out) {
        watches.open(request, out);
    }

    private SiteView view(String name, long minRevision) {
        String site = Names.siteId(name, "site");
        MinRevision.await(book, site, minRevision);
        return book.site(site);
    }

    private static boolean isGone() {
        return Context.current().isCancelled();
    }

    private AssessCapacityResponse assess(AssessCapacityRequest request) {
        if (!MinRevision.areSeen(book, request.getMinRevisionsList())) {
            MinRevision.await(book, request.getMinRevisionsList());
        }
        List<SiteView> views = views(request);
        AssessCapacityResponse.Builder response = AssessCapacityResponse.newBuilder();
        for (int i = 0; i < request.getItemsCount(); i++) {
            assess(request.getItems(i), "items[" + i + "].demand", views, response);
        }
        views.forEach(view -> response.addSites(AssessmentMessages.summary(view)));
        return response.build();
    }

    private List<SiteView> views(AssessCapacityRequest request) {
        if (request.getSitesCount() == 0) {
            return book.sites();
        }
        return request.getSitesList().stream()
                .sorted()
                .map(name -> book.site(Names.siteId(name, "sites")))
                .toList();
    }

    private void assess(
            AssessmentItem item, String field, List<SiteView> views, AssessCapacityResponse.Builder response) {
        Demand demand = DemandMessages.toDomain(item.getDemand(), field);
        for (SiteView view : views) {
            if (isGone()) {
                return;
            }
            CapacityViewMessages.checkToCome(view, demand.window(), field + ".window");
            assessor.assess(view, demand)
                    .ifPresent(found -> response.addAssessments(
                            AssessmentMessages.toProto(found).toBuilder().setItemId(item.getItemId())));
        }
    }
}
