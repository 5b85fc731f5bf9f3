package dev.emplace.power.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final TestDesk desk = new TestDesk(SiteDeskTest.site());

    @Test
    void leaseThatIsNotRenewedLapsesAndHoldsItsCapacity() {
        Reservation leased = leased(Window.FROM_NOW_ON);
        desk.pass(LEASE);
        assertThat(desk.stored(leased.id()).state()).isEqualTo(ReservationState.LAPSED);
        assertThatThrownBy(() -> desk.run(TestDesk.creating(TestDesk.watts(1, 8_000))))
                .isInstanceOf(InsufficientCapacityException.class);
        assertThat(desk.view().count(ReservationState.LAPSED)).isOne();
    }

    @Test
    void leaseThatIsRenewedJustInTimeRunsOnFromThen() {
        Reservation leased = leased(Window.FROM_NOW_ON);
        desk.pass(LEASE.minusNanos(1));
        Reservation renewed = desk.held(renewal(leased));
        assertThat(renewed.leaseEnds()).contains(desk.journal.now.plus(LEASE));
        assertThat(renewed.resolved()).as("it was confirmed only once").isEqualTo(leased.resolved());
        desk.pass(Duration.ofNanos(1));
        assertThat(desk.stored(leased.id()).state()).isEqualTo(ReservationState.CONFIRMED);
    }

    @Test
    void lapsedLeaseIsConfirmedAgainByItsRenewal() {
        Reservation leased = leased(Window.FROM_NOW_ON);
        desk.pass(LEASE);
        assertThat(desk.held(renewal(leased)).state()).isEqualTo(ReservationState.CONFIRMED);
        desk.pass(LEASE);
        assertThat(desk.stored(leased.id()).state()).as("and lapses again").isEqualTo(ReservationState.LAPSED);
    }

    @Test
    void lapsedLeaseIsReleasedByItsHolder() {
        Reservation leased = leased(Window.FROM_NOW_ON);
        desk.pass(LEASE);
        desk.run(new Command.Release(TestDesk.key(), leased.id(), ""));
        assertThat(desk.held(TestDesk.creating(TestDesk.watts(1, 8_000))).state())
                .isEqualTo(ReservationState.PENDING);
    }

    @Test
    void windowThatEndsReleasesAlsoALapsedLease() {
        Instant end = desk.journal.now.plus(LEASE).plusSeconds(60);
        Reservation leased = leased(new Window(Optional.empty(), Optional.of(end)));
        desk.pass(LEASE);
        assertThat(desk.stored(leased.id()).state()).isEqualTo(ReservationState.LAPSED);
        desk.pass(Duration.ofSeconds(60));
        assertThat(desk.stored(leased.id()).state()).isEqualTo(ReservationState.RELEASED);
    }

    @Test
    void leaseLapsesOnceThoughTwoWritersSeeIt() {
        Reservation leased = leased(Window.FROM_NOW_ON);
        SiteDesk other = desk.another();
        other.refresh().join();
        desk.pass(LEASE);
        int entries = desk.journal.kept.size();
        other.refresh().join();
        assertThat(desk.journal.kept).hasSize(entries);
        assertThat(desk.stored(leased.id()).state()).isEqualTo(ReservationState.LAPSED);
    }

    @Test
    void whatIsHeldForGoodHasNoLeaseToRenew() {
        Reservation pending = desk.held(TestDesk.creating(TestDesk.watts(1, 8_000)));
        desk.run(new Command.Confirm(TestDesk.key(), pending.id(), "", Optional.empty()));
        assertThatThrownBy(() -> desk.run(renewal(pending))).isInstanceOf(NoLeaseException.class);
    }

    @Test
    void pendingReservationIsNotRenewed() {
        Reservation pending = desk.held(TestDesk.creating(TestDesk.watts(1, 8_000)));
        assertThatThrownBy(() -> desk.run(renewal(pending))).isInstanceOf(ReservationResolvedException.class);
    }

    private Reservation leased(Window window) {
        Reservation pending = desk.held(TestDesk.creating(TestDesk.watts(1, 8_000), window));
        return desk.held(new Command.Confirm(TestDesk.key(), pending.id(), "", Optional.of(LEASE)));
    }

    private static Command renewal(Reservation leased) {
        return new Command.Renew(TestDesk.key(), leased.id(), "", LEASE);
    }
}
