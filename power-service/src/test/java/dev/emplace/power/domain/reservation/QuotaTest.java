package dev.emplace.power.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.emplace.power.domain.capacity.Survival;
import dev.emplace.power.ledger.Limits;
import dev.emplace.power.ledger.SequentialModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class QuotaTest {
    private static final Window NOW = Window.FROM_NOW_ON;

    private final TestDesk desk = new TestDesk(SiteDeskTest.site());

    @Test
    void aTenantHoldsNoMoreThanItsQuotaWhateverItCallsItsWork() {
        set(watts("vision", 2_000));
        hold("vision/one", 1_000);
        hold("vision/two", 1_000);
        assertThatThrownBy(() -> hold("vision", 1))
                .isInstanceOfSatisfying(
                        QuotaExceededException.class,
                        refused -> assertThat(refused.metadata())
                                .contains(
                                        entry("tenant", "vision"),
                                        entry("quota", "watts"),
                                        entry("limit", "2000"),
                                        entry("used", "2000"),
                                        entry("asked", "1")));
        hold("speech", 1_000);
        assertThat(violations()).isEmpty();
    }

    @Test
    void whatIsReleasedMayBeHeldAgain() {
        set(watts("vision", 4_000));
        Reservation held = hold("vision", 4_000);
        desk.run(new Command.Release(TestDesk.key(), held.id(), ""));
        hold("vision", 4_000);
    }

    @Test
    void whoHasNoQuotaOfItsOwnHasThatOfEachOther() {
        set(watts("vision", 4_000), watts(Quota.EACH_OTHER, 2_000));
        hold("vision", 4_000);
        hold("speech", 2_000);
        hold("", 2_000);
        assertThatThrownBy(() -> hold("speech/b", 1)).isInstanceOf(QuotaExceededException.class);
    }

    @Test
    void windowsThatDoNotMeetCountEachForItself() {
        set(watts("vision", 4_000));
        Instant later = desk.journal.now.plus(Duration.ofHours(1));
        hold("vision/a", 4_000, new Window(Optional.empty(), Optional.of(later)));
        hold("vision/b", 4_000, new Window(Optional.of(later), Optional.of(later.plusSeconds(60))));
        assertThatThrownBy(() -> hold("vision/c", 1, new Window(Optional.of(later.plusSeconds(59)), Optional.empty())))
                .isInstanceOf(QuotaExceededException.class);
        hold("vision/c", 4_000, new Window(Optional.of(later.plusSeconds(60)), Optional.empty()));
        assertThat(violations()).isEmpty();
    }

    @Test
    void aQuotaThatIsLoweredTakesNothingAwayAndLetsNothingGrow() {
        Reservation held = hold("vision", 4_000);
        set(watts("vision", 1_000));
        assertThat(desk.stored(held.id()).state()).isEqualTo(ReservationState.PENDING);
        assertThatThrownBy(() -> resize(held, 4_001)).isInstanceOf(QuotaExceededException.class);
        resize(held, 2_000);
        assertThat(desk.stored(held.id()).heldWatts()).isEqualTo(2_000);
        assertThat(violations()).isEmpty();
    }

    @Test
    void resizingCountsWhatIsReplacedOnce() {
        set(watts("vision", 4_000));
        Reservation held = hold("vision", 3_000);
        resize(held, 4_000);
        assertThatThrownBy(() -> resize(held, 4_001)).isInstanceOf(QuotaExceededException.class);
    }

    @Test
    void onlyNamedCallersReserveForATenantThatNamesThem() {
        set(new Quota("vision", OptionalLong.empty(), Map.of(), List.of("oidc:sub:alice")));
        hold("vision", 1_000);
        run("vision/b", Optional.of("oidc:sub:alice"));
        assertThatThrownBy(() -> run("vision/c", Optional.of("oidc:sub:bob")))
                .isInstanceOf(NotYourTenantException.class);
    }

    @Test
    void onlyNamedCallersEnlargeWhatATenantHolds() {
        set(new Quota("vision", OptionalLong.empty(), Map.of(), List.of("oidc:sub:alice")));
        Reservation held = hold("vision", 1_000);
        resize(held, 2_000, Optional.of("oidc:sub:alice"));
        assertThatThrownBy(() -> resize(held, 3_000, Optional.of("oidc:sub:bob")))
                .isInstanceOf(NotYourTenantException.class);
        resize(held, 500, Optional.of("oidc:sub:bob"));
        run("speech", Optional.of("oidc:sub:bob"));
    }

    @Test
    void quotasChangeOnlyAsTheyWereSeen() {
        String first = set(watts("vision", 4_000)).token().etag();
        desk.run(new Command.SetQuotas(TestDesk.key(), List.of(), first, false));
        assertThatThrownBy(() -> desk.run(new Command.SetQuotas(TestDesk.key(), List.of(), first, false)))
                .isInstanceOf(EtagMismatchException.class);
        assertThat(desk.view().quotas().all()).isEmpty();
    }

    @Test
    void anotherWriterKeepsToThemToo() {
        set(watts("vision", 4_000));
        SiteDesk other = desk.another();
        TestDesk.run(other, creating("vision", 4_000, NOW));
        assertThatThrownBy(() -> TestDesk.run(desk.another(), creating("vision", 1, NOW)))
                .isInstanceOf(QuotaExceededException.class);
        assertThatThrownBy(() -> hold("vision", 1)).isInstanceOf(QuotaExceededException.class);
    }

    private static Quota watts(String tenant, long watts) {
        return new Quota(tenant, OptionalLong.of(watts), Map.of(), List.of());
    }

    private Quotas set(Quota... quotas) {
        return ((Change.OfQuotas) desk.run(new Command.SetQuotas(TestDesk.key(), List.of(quotas), "", false))
                        .change())
                .quotas();
    }

    private Reservation hold(String holder, long watts) {
        return hold(holder, watts, NOW);
    }

    private Reservation hold(String holder, long watts, Window window) {
        return desk.held(creating(holder, watts, window));
    }

    private static Command.Create creating(String holder, long watts, Window window) {
        return new Command.Create(
                TestDesk.key(),
                new Demand(TestDesk.watts(1, watts), window, Survival.ANY_SINGLE_FAILURE),
                Duration.ofDays(1),
                holder,
                false,
                Payload.NONE);
    }

    private void run(String holder, Optional<String> caller) {
        Command.Create create = creating(holder, 1_000, NOW);
        desk.run(new Command.Create(
                create.request(), create.demand(), create.ttl(), holder, false, Payload.NONE, caller));
    }

    private void resize(Reservation held, long watts) {
        resize(held, watts, Optional.empty());
    }

    private void resize(Reservation held, long watts, Optional<String> caller) {
        desk.run(new Command.Resize(TestDesk.key(), held.id(), "", TestDesk.watts(1, watts), false, caller));
    }

    private List<String> violations() {
        SequentialModel model = new SequentialModel(new Limits(SiteDeskTest.site()));
        desk.journal.kept.forEach(model::apply);
        return model.violations();
    }
}
