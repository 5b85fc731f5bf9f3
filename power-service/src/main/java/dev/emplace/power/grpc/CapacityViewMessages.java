package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.ForecastCapacityResponse;
import dev.emplace.api.power.v1.ForecastRun;
import dev.emplace.api.power.v1.GetCapacityRequest;
import dev.emplace.api.power.v1.GetCapacityResponse;
import dev.emplace.api.power.v1.LimitKind;
import dev.emplace.api.power.v1.NodeCapacity;
import dev.emplace.api.power.v1.StrandedCapacity;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.platform.paging.Page;
import dev.emplace.power.domain.capacity.ElementUse;
import dev.emplace.power.domain.capacity.Stranded;
import dev.emplace.power.domain.reservation.Forecast;
import dev.emplace.power.domain.reservation.SiteView;
import dev.emplace.power.domain.reservation.Window;
import java.util.List;

/** Views of a site's capacity, from the domain to the contract. */
final class CapacityViewMessages {
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 1000;
    private static final int MOST_STRANDED = 100;

    private CapacityViewMessages() {}

    static GetCapacityResponse page(GetCapacityRequest request, SiteView view) {
        Page page = Page.of(request, USUAL_PAGE, LARGEST_PAGE);
        Window window = request.hasWindow() ? DemandMessages.window(request.getWindow(), "window") : Window.FROM_NOW_ON;
        checkToCome(view, window, "window");
        List<ElementUse> rest = view.uses(window).stream()
                .filter(use -> page.after()
                        .filter(last -> use.id().compareTo(last) <= 0)
                        .isEmpty())
                .toList();
        List<ElementUse> shown = rest.stream().limit(page.size()).toList();
        GetCapacityResponse.Builder response = GetCapacityResponse.newBuilder()
                .addAllNodes(shown.stream().map(CapacityViewMessages::toProto).toList())
                .setNextPageToken(
                        rest.size() > shown.size()
                                ? page.next(shown.get(shown.size() - 1).id())
                                : "")
                .setRevision(view.revision());
        if (page.after().isEmpty()) {
            view.stranded(window).stream()
                    .limit(MOST_STRANDED)
                    .forEach(stranded -> response.addStranded(toProto(stranded)));
        }
        return response.build();
    }

    /** A window that is over, or ends before it begins, holds no time to look at. */
    static void checkToCome(SiteView view, Window window, String field) {
        if (!view.isToCome(window)) {
            throw new InvalidFieldException(
                    field + ".end_time",
                    "is " + window.end().orElseThrow() + ": must be after start_time, and in the future");
        }
    }

    private static NodeCapacity toProto(ElementUse use) {
        var least = use.least();
        return NodeCapacity.newBuilder()
                .setNode(use.id())
                .setLimitKind(Choices.toProto(LimitKind.class, least.kind(), "LIMIT_KIND_"))
                .setReservedWatts(use.reserved())
                .setLimitWatts(least.limit())
                .setLoadWatts(least.load())
                .setFreeWatts(least.limit() - least.load())
                .setScenario(least.scenario())
                .build();
    }

    private static StrandedCapacity toProto(Stranded stranded) {
        StrandedCapacity.Builder message = StrandedCapacity.newBuilder()
                .setRackGroup(stranded.group())
                .setRackWatts(stranded.rackWatts())
                .setUsableWatts(stranded.usableWatts())
                .setStrandedWatts(stranded.strandedWatts());
        stranded.binding().ifPresent(binding -> message.setBinding(DemandMessages.toProto(binding)));
        return message.build();
    }

    static ForecastCapacityResponse forecast(List<Forecast.Run> runs, long revision) {
        return ForecastCapacityResponse.newBuilder()
                .addAllRuns(runs.stream().map(CapacityViewMessages::toProto).toList())
                .setRevision(revision)
                .build();
    }

    private static ForecastRun toProto(Forecast.Run run) {
        var assessment = run.assessment();
        return ForecastRun.newBuilder()
                .setStartTime(Numbers.timestamp(run.start()))
                .setEndTime(Numbers.timestamp(run.end()))
                .setFits(assessment.fits())
                .setBinding(DemandMessages.toProto(assessment.binding()))
                .setHeadroomWatts(assessment.fits() ? assessment.binding().headroom() : 0)
                .setFittingAcceleratorCount(assessment.fittingAccelerators())
                .build();
    }
}
