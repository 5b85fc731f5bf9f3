package dev.emplace.cli.output;

import dev.emplace.api.workload.v1.ReservationOutcome;
import dev.emplace.api.workload.v1.ReservePlacementResponse;

/** What became of a wish to hold a plan's power. */
public final class HoldView {
    private HoldView() {}

    public static void show(ReservePlacementResponse response, Sheet sheet) {
        boolean held = response.getOutcome() == ReservationOutcome.RESERVATION_OUTCOME_RESERVED;
        sheet.blank();
        sheet.line(
                held ? Tone.GOOD : Tone.DOUBTFUL,
                (response.getReplayed() ? "as before: " : "") + response.getExplanation());
        if (held) {
            ReservationView.show(response.getReservation(), sheet);
            sheet.line(
                    "make it last: emplace confirm " + response.getReservation().getName());
        }
    }
}
