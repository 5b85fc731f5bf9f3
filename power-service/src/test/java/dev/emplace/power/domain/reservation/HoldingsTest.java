package dev.emplace.power.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.power.domain.capacity.RackLoad;
import dev.emplace.power.domain.capacity.Survival;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a tenant holds at each time, against sums over all that it holds. */
class HoldingsTest {
    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
    private static final int HOURS = 12;
    private static final String TENANT = "vision";

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLimitIsExceededJustWhereASumOverAllSaysSo(long seed) {
        Random random = new Random(seed);
        Tenants tenants = new Tenants();
        List<Reservation> held = new ArrayList<>();
        int now = 0;
        for (int step = 0; step < 40; step++) {
            if (random.nextInt(5) == 0 && now < HOURS - 2) {
                now++;
                for (Reservation due : endedBy(held, at(now))) {
                    held.remove(due);
                    tenants.remove(due);
                }
            } else if (!held.isEmpty() && random.nextInt(3) == 0) {
                tenants.remove(held.remove(random.nextInt(held.size())));
            } else {
                Reservation more = reservation("r" + step, span(random, now), 1 + random.nextInt(500));
                held.add(more);
                tenants.add(more, at(now));
            }
            Span span = span(random, now);
            Optional<Reservation> replaced = held.isEmpty() || random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(held.get(random.nextInt(held.size())));
            Quota quota = watts(random.nextInt(3_000));
            assertThat(tenants.exceeded(quota, TENANT, asking(100), span, replaced.map(Reservation::id))
                            .isPresent())
                    .as("seed %d, step %d: %s more than %s over %s", seed, step, quota, held, span)
                    .isEqualTo(100 + most(held, span, replaced) > quota.watts().orElseThrow());
        }
        held.forEach(tenants::remove);
        assertThat(tenants.sum(TENANT)).isEqualTo(Usage.NONE);
    }

    /** Counted in what it allocates, which does not depend on the machine. */
    @Test
    void aCheckCostsNoMoreForTenThousandThanForTwoHundred() {
        long few = checking(200);
        assertThat(checking(10_000)).isLessThan(2 * few);
    }

    private static long checking(int holdings) {
        Tenants tenants = new Tenants();
        for (int i = 0; i < holdings; i++) {
            Span span = new Span(START.plusSeconds(i % 100), Optional.of(START.plusSeconds(1_000L + i)));
            tenants.add(reservation("r" + i, span, 10), START);
        }
        Quota quota = watts(10L * holdings + 50);
        Span always = new Span(START, Optional.empty());
        Optional<String> replaced = Optional.of("r0");
        assertThat(tenants.exceeded(quota, TENANT, asking(60), always, replaced))
                .isEmpty();
        long before = allocated();
        assertThat(tenants.exceeded(quota, TENANT, asking(60), always, replaced))
                .isEmpty();
        return allocated() - before;
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static List<Reservation> endedBy(List<Reservation> held, Instant time) {
        return held.stream().filter(each -> each.span().endsBy(time)).toList();
    }

    private static long most(List<Reservation> held, Span span, Optional<Reservation> replaced) {
        return IntStream.rangeClosed(0, HOURS)
                .mapToObj(HoldingsTest::at)
                .filter(time -> !time.isBefore(span.start()) && !span.endsBy(time))
                .mapToLong(time -> held.stream()
                        .filter(each -> replaced.filter(each::equals).isEmpty())
                        .filter(each -> !each.span().start().isAfter(time)
                                && !each.span().endsBy(time))
                        .mapToLong(Reservation::heldWatts)
                        .sum())
                .max()
                .orElse(0);
    }

    private static Span span(Random random, int now) {
        int start = now + random.nextInt(3);
        return new Span(
                at(start),
                Stream.of(start + 1 + random.nextInt(4))
                        .filter(end -> random.nextInt(4) > 0)
                        .map(HoldingsTest::at)
                        .findFirst());
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private static Usage asking(long watts) {
        return new Usage(watts, Map.of());
    }

    private static Quota watts(long watts) {
        return new Quota(TENANT, OptionalLong.of(watts), Map.of(), List.of());
    }

    private static Reservation reservation(String id, Span span, long watts) {
        return new Reservation(
                id,
                ReservationState.CONFIRMED,
                new Demand(
                        TestDesk.watts(1, watts),
                        new Window(Optional.of(span.start()), span.end()),
                        Survival.ANY_SINGLE_FAILURE),
                List.of(new RackLoad("row", 0, watts, 0, "", 0, 0)),
                Optional.empty(),
                new Token(1, 1),
                TENANT,
                START,
                Optional.empty(),
                Optional.empty(),
                Optional.of(START));
    }
}
