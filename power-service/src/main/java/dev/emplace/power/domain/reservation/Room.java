package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.capacity.LoadState;
import dev.emplace.power.domain.capacity.RackLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** Where a load may go at a site: beside all that is held, or in the place of a reservation that is to change. */
abstract sealed class Room {
    private final SiteView view;
    private final Calendar calendar;

    private Room(SiteView view, Calendar calendar) {
        this.view = view;
        this.calendar = calendar;
    }

    static Room beside(SiteView view) {
        return new Beside(view);
    }

    /** Empty where the reservation is not held as of the view. */
    static Optional<Room> inPlaceOf(SiteView view, Reservation resized) {
        Calendar without = view.calendar().copy();
        List<RackLoad> standing = without.loads(resized.id());
        without.free(resized.id());
        return standing.isEmpty() ? Optional.empty() : Optional.of(new InPlace(view, without, standing));
    }

    SiteView view() {
        return view;
    }

    /** Copies of the states that a load over that window must fit in, for the caller to fill. */
    List<LoadState> statesOver(Window window) {
        return calendar.copiesOver(window.at(view.time()));
    }

    /** When something starts or ends, or the site changes. */
    NavigableSet<Instant> changes() {
        return calendar.changes();
    }

    /** What stays where it stands, as much of it as is wanted. */
    abstract List<RackLoad> standing();

    /** The window in which what was asked for could begin at a later time; empty where none is left. */
    abstract Optional<Window> from(Instant start, Window asked);

    /** A new load runs as long from whenever it starts. */
    private static final class Beside extends Room {
        private Beside(SiteView view) {
            super(view, view.calendar());
        }

        @Override
        List<RackLoad> standing() {
            return List.of();
        }

        @Override
        Optional<Window> from(Instant start, Window asked) {
            Span span = asked.at(view().time());
            Optional<Instant> end = span.end().map(last -> start.plus(Duration.between(span.start(), last)));
            return Optional.of(new Window(Optional.of(start), end));
        }
    }

    /** A reservation ends when it ends, whenever its load changes. */
    private static final class InPlace extends Room {
        private final List<RackLoad> standing;

        private InPlace(SiteView view, Calendar without, List<RackLoad> standing) {
            super(view, without);
            this.standing = standing;
        }

        @Override
        List<RackLoad> standing() {
            return standing;
        }

        @Override
        Optional<Window> from(Instant start, Window asked) {
            return Optional.of(new Window(Optional.of(start), asked.end()))
                    .filter(window ->
                            window.end().filter(end -> !end.isAfter(start)).isEmpty());
        }
    }
}
