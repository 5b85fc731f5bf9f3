package dev.emplace.power.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.power.domain.capacity.RackLoad;
import dev.emplace.power.domain.draw.LoadClass;
import dev.emplace.power.domain.draw.Workload;
import dev.emplace.power.domain.topology.RackGroup;
import dev.emplace.power.domain.topology.ServerSlot;
import dev.emplace.power.domain.topology.Topology;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResizeTest {
    private static final String H100 = "nvidia-h100-sxm-80gb";

    private final TestDesk desk = new TestDesk(site(20_000));

    @Test
    void whatGrowsStaysInItsRackAndTakesAnother() {
        desk.held(TestDesk.creating(TestDesk.watts(1, 6_000)));
        Reservation second = desk.held(TestDesk.creating(TestDesk.watts(1, 6_000)));
        int rack = second.held().get(0).rack();
        Reservation grown = desk.held(resize(second, TestDesk.watts(2, 6_000)));
        assertThat(grown.held()).extracting(RackLoad::rack).hasSize(2).startsWith(rack);
        assertThat(grown.state()).isEqualTo(ReservationState.PENDING);
        assertThat(grown.expires()).isEqualTo(second.expires());
    }

    @Test
    void whatShrinksKeepsItsFirstRackAndFreesTheRest() {
        Reservation two = desk.held(TestDesk.creating(TestDesk.watts(2, 8_000)));
        Reservation one = desk.held(resize(two, TestDesk.watts(1, 8_000)));
        assertThat(one.held()).isEqualTo(two.held().subList(0, 1));
        assertThat(desk.view().capacity().reserved()).isEqualTo(8_000);
        desk.held(TestDesk.creating(TestDesk.watts(1, 8_000)));
    }

    @Test
    void whatDoesNotFitLeavesTheReservationAsItWas() {
        Reservation two = desk.held(TestDesk.creating(TestDesk.watts(2, 6_000)));
        assertThatThrownBy(() -> desk.run(resize(two, TestDesk.watts(2, 12_000))))
                .isInstanceOf(InsufficientCapacityException.class);
        assertThat(desk.stored(two.id())).isEqualTo(two);
        assertThat(desk.view().capacity().reserved()).isEqualTo(12_000);
    }

    @Test
    void anotherWriterSeesTheSizeThatItHasNow() {
        SiteDesk other = desk.another();
        Reservation one = desk.held(TestDesk.creating(TestDesk.watts(1, 4_000)));
        other.refresh().join();
        desk.run(resize(one, TestDesk.watts(3, 6_000)));
        other.refresh().join();
        assertThat(other.view().orElseThrow().capacity().reserved()).isEqualTo(18_000);
    }

    @Test
    void shrinkingIsLetThroughWhereTheSiteIsOverloaded() {
        Reservation two = desk.held(TestDesk.creating(TestDesk.watts(2, 8_000)));
        desk.run(new Command.Apply(TestDesk.key(), site(10_000), "", false, "a feed was derated"));
        Reservation less = desk.held(resize(two, TestDesk.watts(2, 7_000)));
        assertThat(less.heldWatts()).isEqualTo(14_000);
        assertThatThrownBy(() -> desk.run(resize(less, TestDesk.watts(2, 7_100))))
                .as("but it does not get worse")
                .isInstanceOf(InsufficientCapacityException.class);
    }

    @Test
    void machinesStayInTheirRacksWhateverTheirNumber() {
        Reservation eight = desk.held(TestDesk.creating(gpus(8)));
        int rack = eight.held().get(0).rack();
        Reservation sixteen = desk.held(resize(eight, gpus(16)));
        assertThat(sixteen.held()).extracting(RackLoad::rack).startsWith(rack).hasSize(2);
        assertThat(sixteen.held().stream().mapToInt(RackLoad::accelerators).sum())
                .isEqualTo(16);
        Reservation four = desk.held(resize(sixteen, gpus(4)));
        assertThat(four.held()).singleElement().satisfies(load -> {
            assertThat(load.rack()).isEqualTo(rack);
            assertThat(load.accelerators()).isEqualTo(4);
        });
        assertThat(four.draw()).isNotEqualTo(sixteen.draw());
        assertThat(four.heldWatts()).isLessThan(eight.heldWatts());
    }

    @Test
    void lapsedReservationIsRenewedBeforeItIsResized() {
        Reservation one = desk.held(TestDesk.creating(TestDesk.watts(1, 4_000)));
        desk.run(new Command.Confirm(TestDesk.key(), one.id(), "", Optional.of(Duration.ofMinutes(1))));
        desk.pass(Duration.ofMinutes(1));
        assertThatThrownBy(() -> desk.run(resize(one, TestDesk.watts(1, 2_000))))
                .isInstanceOf(ReservationResolvedException.class);
    }

    @Test
    void loadOfAnotherKindIsAnotherReservation() {
        Reservation one = desk.held(TestDesk.creating(TestDesk.watts(1, 4_000)));
        assertThatThrownBy(() -> desk.run(resize(one, gpus(8)))).isInstanceOf(InvalidFieldException.class);
    }

    private static Command resize(Reservation held, Load load) {
        return new Command.Resize(TestDesk.key(), held.id(), "", load, false, Optional.empty());
    }

    private static Load gpus(int count) {
        return new Load.OfWorkload(new Workload(H100, count, LoadClass.TRAINING, 0, 0));
    }

    /** Three racks of a machine each, whose heat takes away what either unit can. */
    private static Topology site(long feedWatts) {
        Topology like = SiteDeskTest.site();
        var racks = new RackGroup(
                "row",
                3,
                List.of("a", "b"),
                12_500,
                List.of("crah-1", "crah-2"),
                12_500,
                0,
                List.of(new ServerSlot(H100, 8, 1, Optional.empty())));
        return new Topology(
                like.displayName(),
                like.kind(),
                like.surroundings(),
                List.of(SiteDeskTest.source("a", feedWatts), SiteDeskTest.source("b", feedWatts)),
                List.of(SiteDeskTest.crah("crah-1", 30_000), SiteDeskTest.crah("crah-2", 30_000)),
                List.of(racks),
                Optional.empty());
    }
}
