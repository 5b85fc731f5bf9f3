package dev.emplace.cli.remote;

import dev.emplace.api.power.v1.AssessCapacityRequest;
import dev.emplace.api.power.v1.Assessment;
import dev.emplace.api.power.v1.AssessmentItem;
import dev.emplace.api.power.v1.Demand;
import dev.emplace.api.power.v1.GetSiteRequest;
import dev.emplace.api.power.v1.ListReservationsRequest;
import dev.emplace.api.power.v1.ListReservationsResponse;
import dev.emplace.api.power.v1.ListSitesRequest;
import dev.emplace.api.power.v1.ListSitesResponse;
import dev.emplace.api.power.v1.LoadClass;
import dev.emplace.api.power.v1.PowerWorkload;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationState;
import dev.emplace.api.power.v1.Site;
import dev.emplace.cli.output.SiteReport;
import java.util.ArrayList;
import java.util.List;

/** Asks power-service all that a report of a site holds. */
public final class SiteSurvey {

    private static final int PAGE = 1000;

    private final Connection connection;

    public SiteSurvey(Connection connection) {
        this.connection = connection;
    }

    /** All sites in order of their names. */
    public List<SiteReport> all() {
        List<SiteReport> reports = new ArrayList<>();
        String token = "";
        do {
            ListSitesResponse page = connection
                    .sites()
                    .listSites(ListSitesRequest.newBuilder()
                            .setPageSize(PAGE)
                            .setPageToken(token)
                            .build());
            page.getSitesList().forEach(site -> reports.add(of(site.getName())));
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return reports;
    }

    /** One site by its resource name. */
    public SiteReport of(String name) {
        Site site = connection
                .sites()
                .getSite(GetSiteRequest.newBuilder().setName(name).build())
                .getSite();
        return new SiteReport(site, assessments(site), heldWatts(name));
    }

    /** What else would fit is told with any demand: one accelerator of each kind, which trains. */
    private List<Assessment> assessments(Site site) {
        AssessCapacityRequest.Builder request =
                AssessCapacityRequest.newBuilder().addSites(site.getName());
        SiteReport.accelerators(site)
                .keySet()
                .forEach(accelerator -> request.addItems(AssessmentItem.newBuilder()
                        .setItemId(accelerator)
                        .setDemand(Demand.newBuilder()
                                .setWorkload(PowerWorkload.newBuilder()
                                        .setAccelerator(accelerator)
                                        .setAcceleratorCount(1)
                                        .setLoad(LoadClass.LOAD_CLASS_TRAINING)))));
        return request.getItemsCount() == 0
                ? List.of()
                : connection.capacity().assessCapacity(request.build()).getAssessmentsList();
    }

    private long heldWatts(String site) {
        long watts = 0;
        String token = "";
        do {
            ListReservationsResponse page = connection
                    .reservations()
                    .listReservations(ListReservationsRequest.newBuilder()
                            .setParent(site)
                            .addStates(ReservationState.RESERVATION_STATE_PENDING)
                            .addStates(ReservationState.RESERVATION_STATE_CONFIRMED)
                            .setPageSize(PAGE)
                            .setPageToken(token)
                            .build());
            watts += page.getReservationsList().stream()
                    .mapToLong(Reservation::getHeldWatts)
                    .sum();
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return watts;
    }
}
