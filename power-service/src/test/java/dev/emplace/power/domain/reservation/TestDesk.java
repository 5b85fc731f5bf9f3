package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.capacity.Survival;
import dev.emplace.power.domain.draw.DrawModel;
import dev.emplace.power.domain.draw.DrawTable;
import dev.emplace.power.domain.topology.Topology;
import dev.emplace.power.domain.topology.TopologyReview;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/** A desk that works at once, on a journal in memory. */
final class TestDesk {
    static final DrawModel DRAWS = new DrawModel(DrawTable.shipped());

    final MemoryJournal journal = new MemoryJournal();
    private final SiteDesk desk = another();

    TestDesk(Topology site) {
        run(new Command.Apply(key(), site, "", false, ""));
    }

    /** Another writer of the same site. */
    SiteDesk another() {
        return new SiteDesk("test", journal, DRAWS, new TopologyReview(DRAWS::knows), Runnable::run, () -> {});
    }

    Outcome run(Command command) {
        return run(desk, command);
    }

    static Outcome run(SiteDesk desk, Command command) {
        try {
            return desk.submit(command, () -> false).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    Reservation held(Command command) {
        return ((Change.OfReservation) run(command).change()).reservation();
    }

    Reservation stored(String id) {
        return journal.lock("test").reservation(id).orElseThrow();
    }

    /** Lets time pass, and whoever looks at the site see it. */
    void pass(Duration time) {
        journal.now = journal.now.plus(time);
        desk.refresh().join();
    }

    SiteView view() {
        return desk.view().orElseThrow();
    }

    static RequestKey key() {
        return new RequestKey(UUID.randomUUID(), "body");
    }

    static Command.Create creating(Load load) {
        return creating(load, Window.FROM_NOW_ON);
    }

    static Command.Create creating(Load load, Window window) {
        return new Command.Create(
                key(),
                new Demand(load, window, Survival.ANY_SINGLE_FAILURE),
                Duration.ofMinutes(1),
                "test",
                false,
                Payload.NONE);
    }

    static Load watts(int racks, long watts) {
        return new Load.OfWatts("row", racks, watts);
    }
}
