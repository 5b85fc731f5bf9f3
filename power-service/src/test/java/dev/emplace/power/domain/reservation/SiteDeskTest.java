package dev.emplace.power.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.power.domain.capacity.Survival;
import dev.emplace.power.domain.draw.DrawModel;
import dev.emplace.power.domain.draw.DrawTable;
import dev.emplace.power.domain.topology.CoolingKind;
import dev.emplace.power.domain.topology.CoolingUnit;
import dev.emplace.power.domain.topology.Losses;
import dev.emplace.power.domain.topology.NodeKind;
import dev.emplace.power.domain.topology.PowerNode;
import dev.emplace.power.domain.topology.RackGroup;
import dev.emplace.power.domain.topology.Rating;
import dev.emplace.power.domain.topology.SiteKind;
import dev.emplace.power.domain.topology.Surroundings;
import dev.emplace.power.domain.topology.Topology;
import dev.emplace.power.domain.topology.TopologyReview;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiteDeskTest {
    private static final DrawModel DRAWS = new DrawModel(DrawTable.shipped());

    private final MemoryJournal journal = new MemoryJournal();
    private final Deque<Runnable> pending = new ArrayDeque<>();
    private final SiteDesk desk = desk(pending::add);

    private SiteDesk desk(Executor executor) {
        return new SiteDesk("test", journal, DRAWS, new TopologyReview(DRAWS::knows), executor, () -> {});
    }

    @BeforeEach
    void applySite() {
        run(new Command.Apply(key(), site(), "", false, "")).join();
    }

    @Test
    void commandsThatWaitTogetherAreCommittedTogether() {
        int before = journal.commits;
        List<CompletableFuture<Outcome>> answers = List.of(
                desk.submit(watts(4_000), () -> false),
                desk.submit(watts(9_000), () -> false),
                desk.submit(watts(4_000), () -> false));
        work();
        assertThat(journal.commits).isEqualTo(before + 1);
        assertThat(answers.get(0).join().revision()).isEqualTo(2);
        assertThatThrownBy(() -> answers.get(1).join())
                .as("one that does not fit fails alone")
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(InsufficientCapacityException.class);
        assertThat(answers.get(2).join().revision()).isEqualTo(3);
    }

    @Test
    void commitThatWasKeptInTheDarkIsAnsweredWithWhatWasKept() {
        journal.next = MemoryJournal.Fate.KEPT_UNTOLD;
        Outcome outcome = run(watts(4_000)).join();
        assertThat(outcome.change()).isEqualTo(journal.kept.get(1).change());
        assertThat(journal.kept).hasSize(2);
    }

    @Test
    void commitThatWasLostInTheDarkIsDecidedAgain() {
        journal.next = MemoryJournal.Fate.LOST_UNTOLD;
        Outcome outcome = run(watts(4_000)).join();
        assertThat(journal.kept).hasSize(2);
        assertThat(outcome.revision()).isEqualTo(2);
    }

    @Test
    void callerWhoHasGoneIsDroppedBeforeTheDecision() {
        CompletableFuture<Outcome> answer = desk.submit(watts(4_000), () -> true);
        work();
        assertThat(answer).isCancelled();
        assertThat(journal.kept).hasSize(1);
    }

    @Test
    void ofExpiryAndConfirmationOneWins() {
        Command.Create create = watts(4_000);
        Reservation reservation = reservation(run(create).join());
        journal.now = journal.now.plus(create.ttl());
        assertThatThrownBy(() -> run(new Command.Confirm(key(), reservation.id(), "", Optional.empty()))
                        .join())
                .hasCauseInstanceOf(ReservationResolvedException.class);
        assertThat(reservation(new Outcome(journal.kept.get(2).change(), 3)).state())
                .isEqualTo(ReservationState.EXPIRED);
    }

    @Test
    void confirmationJustBeforeTheExpiryStands() {
        Command.Create create = watts(4_000);
        Reservation reservation = reservation(run(create).join());
        journal.now = journal.now.plus(create.ttl()).minusNanos(1);
        run(new Command.Confirm(key(), reservation.id(), "", Optional.empty())).join();
        journal.now = journal.now.plusSeconds(3_600);
        CompletableFuture<Void> refreshed = desk.refresh();
        work();
        assertThat(refreshed).isCompleted();
        assertThat(journal.kept).hasSize(3);
    }

    @Test
    void twoWritersOfOneSiteSeeEachOther() {
        Deque<Runnable> others = new ArrayDeque<>();
        SiteDesk other = desk(others::add);
        CompletableFuture<Outcome> first = other.submit(watts(8_000), () -> false);
        others.remove().run();
        first.join();
        assertThatThrownBy(() -> run(watts(8_000)).join()).hasCauseInstanceOf(InsufficientCapacityException.class);
    }

    @Test
    void ledgerOfAnotherEpochIsReadAfresh() {
        run(watts(8_000)).join();
        journal.kept.remove(1);
        journal.epoch = 2;
        Reservation again = reservation(run(watts(8_000)).join());
        assertThat(again.token()).isEqualTo(new Token(2, 2));
        assertThat(again.id()).isEqualTo("r2-2");
    }

    @Test
    void ledgerThatMissedWhatHistoryNoLongerHoldsIsReadAfresh() {
        Deque<Runnable> others = new ArrayDeque<>();
        var first = desk(others::add).submit(watts(8_000), () -> false);
        others.remove().run();
        first.join();
        journal.removed = journal.kept.size();
        assertThatThrownBy(() -> run(watts(8_000)).join()).hasCauseInstanceOf(InsufficientCapacityException.class);
    }

    private CompletableFuture<Outcome> run(Command command) {
        CompletableFuture<Outcome> answer = desk.submit(command, () -> false);
        work();
        return answer;
    }

    private void work() {
        while (!pending.isEmpty()) {
            pending.remove().run();
        }
    }

    private static Reservation reservation(Outcome outcome) {
        return ((Change.OfReservation) outcome.change()).reservation();
    }

    static RequestKey key() {
        return new RequestKey(UUID.randomUUID(), "body");
    }

    private static Command.Create watts(long watts) {
        Demand demand = new Demand(new Load.OfWatts("row", 1, watts), Window.FROM_NOW_ON, Survival.ANY_SINGLE_FAILURE);
        return new Command.Create(key(), demand, Duration.ofMinutes(1), "test", false, Payload.NONE);
    }

    /** One rack of 8 kW and a little more, behind two paths. */
    static Topology site() {
        var rack = new RackGroup("row", 1, List.of("a", "b"), 8_500, List.of("crah-1", "crah-2"), 8_500, 0, List.of());
        return new Topology(
                "test",
                SiteKind.ON_PREMISES,
                new Surroundings("DE", 48, 11, BigDecimal.ONE, 0, Optional.empty()),
                List.of(source("a", 20_000), source("b", 20_000)),
                List.of(crah("crah-1", 10_000), crah("crah-2", 10_000)),
                List.of(rack),
                Optional.empty());
    }

    static PowerNode source(String id, long watts) {
        var rating = new Rating(watts, BigDecimal.ONE, Rating.Side.OUTPUT);
        return new PowerNode(id, NodeKind.UTILITY_FEED, List.of(), rating, Optional.empty(), Losses.NONE, List.of());
    }

    static CoolingUnit crah(String id, long watts) {
        return new CoolingUnit(
                id, CoolingKind.CRAH, List.of("a", "b"), List.of(), watts, CoolingUnit.Draw.following(100));
    }
}
