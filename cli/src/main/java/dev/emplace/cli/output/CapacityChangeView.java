package dev.emplace.cli.output;

import com.google.protobuf.util.Timestamps;
import dev.emplace.api.power.v1.AppliedTopology;
import dev.emplace.api.power.v1.CapacityChange;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.SiteLevel;

/** Changes of capacity, a line each. */
public final class CapacityChangeView {

    private CapacityChangeView() {}

    /** 2026-01-01T10:00:00Z ashburn-colo 12: r1-4 confirmed, 63.5 kW for 64 x …, by a call. */
    public static void show(CapacityChange change, Sheet sheet) {
        String what = change.hasReservation() ? reservation(change.getReservation()) : topology(change.getTopology());
        sheet.line(
                tone(change),
                Timestamps.toString(
                                Timestamps.fromSeconds(change.getChangeTime().getSeconds())) + " "
                        + Names.id(change.getSite()) + " " + change.getRevision() + ": " + what + ", by "
                        + Names.words(change.getCause()));
    }

    public static void show(SiteLevel level, Sheet sheet) {
        sheet.indented()
                .line(
                        Tone.FAINT,
                        Names.id(level.getSite()) + " as of revision " + level.getRevision() + ": "
                                + Figures.watts(level.getCapacity().getReservedWatts()) + " held, "
                                + Figures.watts(level.getCapacity().getFreeWatts()) + " free of "
                                + Figures.watts(level.getCapacity().getRatedWatts()));
    }

    private static String reservation(Reservation reservation) {
        String holder = reservation.getHolder().isEmpty() ? "" : " (" + reservation.getHolder() + ")";
        return Names.id(reservation.getName()) + holder + " " + Names.words(reservation.getState()) + ", "
                + Figures.watts(reservation.getHeldWatts()) + " for " + ReservationView.demand(reservation.getDemand());
    }

    private static String topology(AppliedTopology topology) {
        String broken = topology.getBrokenReservationCount() > 0
                ? ", " + topology.getBrokenReservationCount() + " reservations no longer fit"
                : "";
        String curtailed = topology.getCurtailedReservationCount() > 0
                ? ", " + topology.getCurtailedReservationCount() + " to shed while it is curtailed"
                : "";
        return "topology applied, " + topology.getChangeCount() + " differences" + broken + curtailed;
    }

    private static Tone tone(CapacityChange change) {
        return change.hasReservation()
                ? ReservationView.tone(change.getReservation().getState())
                : Tone.STRONG;
    }
}
