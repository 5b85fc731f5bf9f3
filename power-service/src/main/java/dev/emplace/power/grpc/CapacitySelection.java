package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.WatchCapacityRequest;
import dev.emplace.power.domain.reservation.Change;
import dev.emplace.power.domain.reservation.ReservationState;
import dev.emplace.power.domain.reservation.Transition;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one watch of capacity is about.
 *
 * @param sites their ids; empty for all
 * @param states empty for all
 * @param holders empty for all
 */
record CapacitySelection(Set<String> sites, Set<ReservationState> states, Set<String> holders, boolean levels) {
    static CapacitySelection of(WatchCapacityRequest request) {
        return new CapacitySelection(
                request.getSitesList().stream()
                        .map(name -> Names.siteId(name, "sites"))
                        .collect(Collectors.toUnmodifiableSet()),
                request.getStatesList().stream()
                        .map(ReservationMessages::state)
                        .collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(request.getHoldersList()),
                request.getIncludeLevels());
    }

    boolean isOf(String site) {
        return sites.isEmpty() || sites.contains(site);
    }

    boolean isTold(Transition transition) {
        if (!(transition.change() instanceof Change.OfReservation of)) {
            return true;
        }
        return (states.isEmpty() || states.contains(of.reservation().state()))
                && (holders.isEmpty() || holders.contains(of.reservation().holder()));
    }
}
