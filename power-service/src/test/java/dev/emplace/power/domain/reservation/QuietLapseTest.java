package dev.emplace.power.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.power.domain.metering.QuietRun;
import dev.emplace.power.ledger.Limits;
import dev.emplace.power.ledger.SequentialModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A lease that lapsed holds on until its power is seen to have dropped. */
class QuietLapseTest {
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final TestDesk desk = new TestDesk(SiteDeskTest.site());
    private final Reservation leased = leased();

    @Test
    void loadThatFellQuietAfterItsLeaseLapsedIsReleasedOnceWithWhatWasMetered() {
        Instant lapsed = lapse();
        QuietRun run = new QuietRun(lapsed.minusSeconds(30), lapsed.plusSeconds(300), 10, 800);
        desk.journal.quiet.put(leased.id(), run);
        desk.pass(Duration.ofMinutes(5));

        Reservation released = desk.stored(leased.id());
        assertThat(released.state()).isEqualTo(ReservationState.RELEASED);
        assertThat(released.quiet()).contains(run);
        assertThat(desk.view().capacity().reserved()).isZero();
        int revisions = desk.journal.kept.size();
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.journal.kept).hasSize(revisions);
        assertThat(violations()).isEmpty();
    }

    @Test
    void oneThatDrawsOnOrIsNotMeteredAnyMoreHolds() {
        Instant lapsed = lapse();
        desk.journal.quiet.put(leased.id(), new QuietRun(lapsed, lapsed.plusSeconds(299), 10, 800));
        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.stored(leased.id()).state()).isEqualTo(ReservationState.LAPSED);
        desk.journal.quiet.put(leased.id(), new QuietRun(lapsed, lapsed.plusSeconds(300), 10, 800));
        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.stored(leased.id()).state()).isEqualTo(ReservationState.LAPSED);
        assertThat(violations()).isEmpty();
    }

    @Test
    void oneWhoseLeaseRunsHoldsHoweverLittleItDraws() {
        Instant now = desk.journal.now;
        desk.journal.quiet.put(leased.id(), new QuietRun(now.minusSeconds(600), now.plusSeconds(60), 0, 800));
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.stored(leased.id()).state()).isEqualTo(ReservationState.CONFIRMED);
    }

    @Test
    void whatWasMeteredIsAskedForWhereItMayEndSomethingAndNotForEachBatch() {
        Reservation other = desk.held(TestDesk.creating(TestDesk.watts(1, 100)));
        desk.run(new Command.Confirm(TestDesk.key(), other.id(), "", Optional.of(LEASE.multipliedBy(2))));
        lapse();
        desk.pass(QuietRun.LONG_ENOUGH.minusSeconds(1));
        desk.held(TestDesk.creating(TestDesk.watts(1, 100)));
        assertThat(desk.journal.asked).as("too soon to end anything").isEmpty();
        desk.journal.now = desk.journal.now.plusSeconds(1);
        desk.held(TestDesk.creating(TestDesk.watts(1, 100)));
        assertThat(desk.journal.asked).as("nothing new was metered").isEmpty();
        desk.pass(Duration.ZERO);
        assertThat(desk.journal.asked).containsExactly(List.of(leased.id()));
    }

    @Test
    void aReleaseThatNothingMeteredBearsOutIsFoundByTheModel() {
        Instant lapsed = lapse();
        desk.journal.quiet.put(leased.id(), new QuietRun(lapsed, lapsed.plusSeconds(300), 10, 800));
        desk.pass(Duration.ofMinutes(5));
        Transition last = desk.journal.kept.remove(desk.journal.kept.size() - 1);
        Reservation released = ((Change.OfReservation) last.change()).reservation();
        Reservation unfounded = new Reservation(
                released.id(),
                released.state(),
                released.demand(),
                released.held(),
                released.draw(),
                released.token(),
                released.holder(),
                released.created(),
                Optional.empty(),
                Optional.empty(),
                released.resolved());
        desk.journal.kept.add(new Transition(
                last.token(), last.at(), last.request(), new Change.OfReservation(unfounded, Optional.empty())));
        assertThat(violations()).anyMatch(found -> found.contains("LAPSED became RELEASED by itself"));
    }

    private List<String> violations() {
        SequentialModel model = new SequentialModel(new Limits(SiteDeskTest.site()));
        desk.journal.kept.forEach(model::apply);
        return model.violations();
    }

    private Instant lapse() {
        desk.pass(LEASE);
        assertThat(desk.stored(leased.id()).state()).isEqualTo(ReservationState.LAPSED);
        return desk.journal.now;
    }

    private Reservation leased() {
        Reservation created = desk.held(TestDesk.creating(TestDesk.watts(1, 8_000)));
        return desk.held(new Command.Confirm(TestDesk.key(), created.id(), "", Optional.of(LEASE)));
    }
}
