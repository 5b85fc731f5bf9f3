package dev.emplace.cli.output;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.google.type.Interval;
import dev.emplace.api.power.v1.Binding;
import dev.emplace.api.power.v1.Demand;
import dev.emplace.api.power.v1.HeldRacks;
import dev.emplace.api.power.v1.MeteredPower;
import dev.emplace.api.power.v1.QuietRun;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationState;
import java.util.List;
import java.util.stream.Collectors;

/** A reservation: what it holds, in which order it stands, until when, and what to do next. */
public final class ReservationView {

    private ReservationView() {}

    public static void show(Reservation reservation, Sheet sheet) {
        sheet.line(tone(reservation.getState()), Names.words(reservation.getState()) + ": " + reservation.getName());
        Sheet body = sheet.indented();
        body.item("holds", Figures.watts(reservation.getHeldWatts()) + " for " + demand(reservation.getDemand()));
        reservation.getHeldList().forEach(held -> body.item("in", racks(held)));
        if (reservation.hasDraw()) {
            body.item("draws", AssessmentView.draw(reservation.getDraw()));
        }
        if (reservation.hasMetered()) {
            body.item("metered", metered(reservation.getMetered()));
        }
        if (reservation.hasQuietRun()) {
            body.item("released since", quiet(reservation.getQuietRun()));
        }
        body.item("window", window(reservation.getDemand()));
        body.item("holder", reservation.getHolder());
        body.item(
                "fencing token",
                "epoch " + reservation.getFencingToken().getEpoch() + ", revision "
                        + reservation.getFencingToken().getRevision());
        if (reservation.hasExpireTime()) {
            body.item(Tone.DOUBTFUL, "expires", moment(reservation.getExpireTime()) + " unless confirmed");
            body.line("confirm it: emplace confirm " + reservation.getName());
        }
        if (reservation.hasLapseTime()) {
            body.item(Tone.BAD, "lapsed", moment(reservation.getLapseTime()) + ", and holds on until it is released");
        } else if (reservation.hasLeaseEndTime()) {
            body.item("lease ends", moment(reservation.getLeaseEndTime()) + " unless renewed");
        }
        if (reservation.hasLeaseEndTime()) {
            body.line("renew it: emplace renew " + reservation.getName() + " --lease 1d");
        }
        if (reservation.getState() == ReservationState.RESERVATION_STATE_CONFIRMED || reservation.hasLapseTime()) {
            body.line("give it back: emplace release " + reservation.getName());
        }
    }

    /** The limit that a load meets first. */
    public static String limit(Binding binding) {
        return AssessmentView.binding(binding);
    }

    public static Table table(List<Reservation> reservations) {
        Table table = new Table(
                Column.name("RESERVATION", 36),
                Column.text("STATE"),
                Column.number("HOLDS"),
                Column.prose("FOR", 18),
                Column.prose("HOLDER", 10).leftOut(2),
                Column.prose("WINDOW", 20).leftOut(1),
                Column.text("EXPIRES").leftOut(3));
        reservations.forEach(r -> table.row(
                live(r.getState()) ? Tone.PLAIN : Tone.FAINT,
                Names.id(r.getName()),
                Names.words(r.getState()),
                Figures.watts(r.getHeldWatts()),
                demand(r.getDemand()),
                r.getHolder(),
                window(r.getDemand()),
                r.hasExpireTime() ? moment(r.getExpireTime()) : ""));
        return table;
    }

    private static boolean live(ReservationState state) {
        return state == ReservationState.RESERVATION_STATE_PENDING
                || state == ReservationState.RESERVATION_STATE_CONFIRMED
                || state == ReservationState.RESERVATION_STATE_LAPSED;
    }

    static Tone tone(ReservationState state) {
        return switch (state) {
            case RESERVATION_STATE_CONFIRMED -> Tone.GOOD;
            case RESERVATION_STATE_PENDING -> Tone.DOUBTFUL;
            case RESERVATION_STATE_LAPSED -> Tone.BAD;
            case RESERVATION_STATE_RELEASED, RESERVATION_STATE_EXPIRED, RESERVATION_STATE_UNSPECIFIED, UNRECOGNIZED ->
                Tone.PLAIN;
        };
    }

    static String demand(Demand demand) {
        return switch (demand.getLoadCase()) {
            case WORKLOAD ->
                demand.getWorkload().getAcceleratorCount() + " x "
                        + Names.id(demand.getWorkload().getAccelerator()) + ", "
                        + Names.words(demand.getWorkload().getLoad());
            case RACK_LOAD ->
                demand.getRackLoad().getRackCount() + " x "
                        + Figures.watts(demand.getRackLoad().getWattsPerRack()) + " in "
                        + demand.getRackLoad().getRackGroup();
            case LOAD_NOT_SET -> "";
        };
    }

    /** row-a, rack 3 to 4: 7.9 kW and 8 accelerators in each. */
    private static String racks(HeldRacks held) {
        int last = held.getFirstRack() + held.getRackCount() - 1;
        String accelerators =
                held.getAcceleratorsPerRack() > 0 ? " and " + held.getAcceleratorsPerRack() + " accelerators" : "";
        return held.getRackGroup() + ", rack " + held.getFirstRack() + (last > held.getFirstRack() ? " to " + last : "")
                + ": " + Figures.watts(held.getWattsPerRack()) + accelerators + " in each";
    }

    private static String metered(MeteredPower metered) {
        return Figures.watts(metered.getWatts()) + " until "
                + moment(metered.getInterval().getEndTime()) + ", predicted "
                + Figures.watts(metered.getPredictedWatts());
    }

    private static String quiet(QuietRun run) {
        return "it had lapsed and drew " + Figures.watts(run.getWatts()) + " from " + moment(run.getStartTime())
                + " to " + moment(run.getEndTime()) + ", no more than idle, " + Figures.watts(run.getIdleWatts());
    }

    private static String window(Demand demand) {
        Interval window = demand.getWindow();
        return List.of(
                        window.hasStartTime() ? "from " + moment(window.getStartTime()) : "",
                        window.hasEndTime() ? "until " + moment(window.getEndTime()) : "")
                .stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** A moment in UTC, without fractions of a second. */
    private static String moment(Timestamp moment) {
        return Timestamps.toString(Timestamps.fromSeconds(moment.getSeconds()));
    }
}
