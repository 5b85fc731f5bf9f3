package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.AppliedTopology;
import dev.emplace.api.power.v1.CapacityChange;
import dev.emplace.api.power.v1.ChangeCause;
import dev.emplace.api.power.v1.SetQuotas;
import dev.emplace.api.power.v1.SiteLevel;
import dev.emplace.power.domain.reservation.Change;
import dev.emplace.power.domain.reservation.SiteView;
import dev.emplace.power.domain.reservation.Transition;

/** Transitions as watches tell them. */
final class CapacityChangeMessages {
    private static final int MOST_DIFFERENCES = 100;
    private static final int MOST_RESERVATIONS = 1000;

    private CapacityChangeMessages() {}

    static CapacityChange toProto(String site, Transition transition) {
        CapacityChange.Builder message = CapacityChange.newBuilder()
                .setSite(Names.site(site))
                .setRevision(transition.token().revision())
                .setEpoch(transition.token().epoch())
                .setChangeTime(Numbers.timestamp(transition.at()))
                .setCause(cause(transition));
        if (transition.change() instanceof Change.OfReservation of) {
            message.setReservation(ReservationMessages.toProto(site, of.reservation()));
        } else if (transition.change() instanceof Change.OfSite of) {
            message.setTopology(toProto(of));
        } else if (transition.change() instanceof Change.OfQuotas of) {
            message.setQuotas(SetQuotas.newBuilder()
                    .setEtag(of.quotas().token().etag())
                    .setQuotaCount(of.quotas().all().size()));
        }
        return message.build();
    }

    private static ChangeCause cause(Transition transition) {
        if (transition.request().isPresent()) {
            return ChangeCause.CHANGE_CAUSE_CALL;
        }
        boolean metered = transition.change() instanceof Change.OfReservation of
                && of.reservation().quiet().isPresent();
        return metered ? ChangeCause.CHANGE_CAUSE_METER : ChangeCause.CHANGE_CAUSE_TIME;
    }

    private static AppliedTopology toProto(Change.OfSite change) {
        var all = SiteMessages.outcome(change);
        return AppliedTopology.newBuilder()
                .setEtag(change.site().token().etag())
                .addAllChanges(
                        all.getChangesList().stream().limit(MOST_DIFFERENCES).toList())
                .setChangeCount(all.getChangesCount())
                .addAllBrokenReservations(all.getBrokenReservationsList().stream()
                        .limit(MOST_RESERVATIONS)
                        .toList())
                .setBrokenReservationCount(all.getBrokenReservationsCount())
                .addAllCurtailedReservations(all.getCurtailedReservationsList().stream()
                        .limit(MOST_RESERVATIONS)
                        .toList())
                .setCurtailedReservationCount(all.getCurtailedReservationsCount())
                .setForceReason(change.forceReason())
                .build();
    }

    static SiteLevel level(SiteView view) {
        return SiteLevel.newBuilder()
                .setSite(Names.site(view.site().name()))
                .setRevision(view.revision())
                .setCapacity(CapacityMessages.toProto(view))
                .build();
    }
}
