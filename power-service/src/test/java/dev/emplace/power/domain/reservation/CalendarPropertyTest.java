package dev.emplace.power.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.emplace.power.domain.capacity.ElementUse;
import dev.emplace.power.domain.capacity.LoadState;
import dev.emplace.power.domain.capacity.Placer;
import dev.emplace.power.domain.capacity.RackLoad;
import dev.emplace.power.domain.capacity.RandomSite;
import dev.emplace.power.domain.capacity.Survival;
import dev.emplace.power.domain.capacity.Timetable;
import dev.emplace.power.domain.topology.RackGroup;
import dev.emplace.power.domain.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarPropertyTest {
    private static final int HOURS = 11;

    private record Held(String id, Span span, RackLoad load) {}

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(300);
    }

    /** Incremental decisions against one that works every hour and scenario out afresh. */
    @ParameterizedTest
    @MethodSource("seeds")
    void loadIsTakenJustIfNoLimitBreaksAtAnyHourInAnyScenario(long seed) {
        Random random = new Random(seed);
        RandomSchedule times = new RandomSchedule(random);
        Topology topology = times.over(RandomSite.of(seed));
        NaiveCalendar naive = new NaiveCalendar(topology, HOURS);
        assumeThat(naive.isOverloaded()).as("without any load").isFalse();
        Calendar calendar = new Calendar(Timetable.of(topology), RandomSchedule.START);
        List<Held> held = new ArrayList<>();
        for (int step = 0; step < 12; step++) {
            if (!held.isEmpty() && random.nextInt(4) == 0) {
                Held gone = held.remove(random.nextInt(held.size()));
                calendar.free(gone.id());
                naive = again(topology, held);
                continue;
            }
            Survival survival = List.of(Survival.values()).get(random.nextInt(3));
            RackLoad load = load(topology, random).surviving(survival);
            Span span = times.span();
            boolean fits = fits(calendar, span, load, survival);
            assertThat(fits)
                    .as("seed %d, step %d: %s over %s, %s, %s", seed, step, load, span, survival, topology.schedule())
                    .isEqualTo(naive.takes(span, load, survival));
            if (fits) {
                held.add(new Held("r" + step, span, load));
                calendar.hold("r" + step, span, List.of(load));
                naive.hold(span, load);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsHeldAtOnceIsHeldAsOneByOne(long seed) {
        Random random = new Random(seed);
        RandomSchedule times = new RandomSchedule(random);
        Topology topology = times.over(RandomSite.of(seed));
        Calendar together = new Calendar(Timetable.of(topology), RandomSchedule.START);
        Calendar oneByOne = new Calendar(Timetable.of(topology), RandomSchedule.START);
        List<Reservation> standing = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            standing.add(confirmed("r" + i, times.span(), List.of(load(topology, random), load(topology, random))));
        }
        together.holdAll(standing);
        standing.forEach(one -> oneByOne.hold(one.id(), one.span(), one.held()));
        for (int hour = 0; hour < HOURS; hour++) {
            Span span = new Span(RandomSchedule.at(hour), Optional.empty());
            assertThat(ElementUse.of(together.copiesOver(span))).isEqualTo(ElementUse.of(oneByOne.copiesOver(span)));
        }
    }

    private static Reservation confirmed(String id, Span span, List<RackLoad> held) {
        Window window = new Window(Optional.of(span.start()), span.end());
        Demand demand = new Demand(new Load.OfWatts("row-0", 1, 1), window, Survival.ANY_SINGLE_FAILURE);
        return new Reservation(
                id,
                ReservationState.CONFIRMED,
                demand,
                held,
                Optional.empty(),
                new Token(1, 1),
                "test",
                RandomSchedule.START,
                Optional.empty(),
                Optional.empty(),
                Optional.of(RandomSchedule.START));
    }

    private static NaiveCalendar again(Topology topology, List<Held> held) {
        NaiveCalendar naive = new NaiveCalendar(topology, HOURS);
        held.forEach(one -> naive.hold(one.span(), one.load()));
        return naive;
    }

    private static boolean fits(Calendar calendar, Span span, RackLoad load, Survival survival) {
        List<LoadState> states = calendar.over(span);
        boolean fits = new Placer(calendar.plant(), states, survival).placeWhereItStands(load);
        if (fits) {
            states.forEach(state -> state.remove(load));
        }
        calendar.forget(span);
        return fits;
    }

    /** So small that twelve of them exceed no limit of a rack itself. */
    private static RackLoad load(Topology topology, Random random) {
        RackGroup group =
                topology.rackGroups().get(random.nextInt(topology.rackGroups().size()));
        long watts = 1L + random.nextInt(2_400);
        long liquid = group.liquidLimitWatts() > 0 ? watts * random.nextInt(101) / 100 : 0;
        return new RackLoad(group.id(), random.nextInt(group.rackCount()), watts, liquid, "", 0, 0);
    }
}
