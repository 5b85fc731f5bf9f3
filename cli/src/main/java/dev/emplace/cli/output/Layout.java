package dev.emplace.cli.output;

import dev.emplace.cli.output.Column.Fit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How wide each column of a table becomes: columns give way by rank, then in width, until the table fits. */
final class Layout {

    private static final int LEAST = 3;

    /** A column that is shown, the width that its longest cell wants, and the width it has. */
    static final class Slot {
        private final int index;
        private final Column column;
        private final int wanted;
        private int width;

        Slot(int index, Column column, int wanted) {
            this.index = index;
            this.column = column;
            this.wanted = wanted;
            this.width = column.squeezable()
                    ? Math.min(wanted, Math.max(column.least(), column.heading().length()))
                    : wanted;
        }

        int index() {
            return index;
        }

        Column column() {
            return column;
        }

        int width() {
            return width;
        }

        private boolean wantsMore() {
            return width < wanted;
        }

        private double lines() {
            return (double) wanted / width;
        }
    }

    private Layout() {}

    /** Fits columns into a width that has {@code gap} characters between two of them. */
    static List<Slot> fit(List<Slot> columns, int gap, int width) {
        List<Slot> slots = new ArrayList<>(columns);
        while (total(slots, gap) > width && leaveOneOut(slots)) {
            // one column less at a time
        }
        while (total(slots, gap) > width && squeezeWidest(slots)) {
            // one character less at a time
        }
        int spare = width - total(slots, gap);
        // A shortened name loses something, a wrapped text only lines: names come first.
        spare = widen(slots, spare, slot -> slot.column().fit() == Fit.SHORTENED);
        widen(slots, spare, slot -> true);
        return slots;
    }

    private static int total(List<Slot> slots, int gap) {
        return slots.stream().mapToInt(Slot::width).sum() + gap * Math.max(0, slots.size() - 1);
    }

    private static boolean leaveOneOut(List<Slot> slots) {
        Optional<Slot> first = slots.stream()
                .filter(slot -> slot.column().rank() > 0)
                .max(Comparator.comparingInt(slot -> slot.column().rank()));
        return first.isPresent() && slots.remove(first.get());
    }

    private static boolean squeezeWidest(List<Slot> slots) {
        Optional<Slot> widest =
                slots.stream().filter(slot -> slot.width > LEAST).max(Comparator.comparingInt(Slot::width));
        widest.ifPresent(slot -> slot.width--);
        return widest.isPresent();
    }

    /** Gives spare characters to those that would take the most lines, and answers what is left. */
    private static int widen(List<Slot> slots, int spare, Predicate<Slot> which) {
        int left = spare;
        while (left > 0) {
            Optional<Slot> neediest = slots.stream()
                    .filter(slot -> slot.wantsMore() && which.test(slot))
                    .max(Comparator.comparingDouble(Slot::lines));
            if (neediest.isEmpty()) {
                return left;
            }
            neediest.get().width++;
            left--;
        }
        return left;
    }
}
