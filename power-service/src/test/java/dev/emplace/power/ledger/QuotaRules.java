package dev.emplace.power.ledger;

import dev.emplace.power.domain.reservation.Load;
import dev.emplace.power.domain.reservation.Quota;
import dev.emplace.power.domain.reservation.Quotas;
import dev.emplace.power.domain.reservation.Reservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Quotas, worked out from scratch at every time at which something that is held begins. */
final class QuotaRules {
    private QuotaRules() {}

    /** What a reservation that holds more than before exceeds. */
    static List<String> exceeded(
            Quotas quotas, @Nullable Reservation before, Reservation after, Collection<Reservation> live) {
        String tenant = tenant(after);
        Optional<Quota> quota = quota(quotas, tenant).or(() -> quota(quotas, "*"));
        List<String> found = new ArrayList<>();
        quota.ifPresent(limit -> {
            limit.watts()
                    .ifPresent(most -> exceeded(before, after, live, Reservation::heldWatts, most)
                            .ifPresent(used -> found.add(tenant + " holds " + used + " W of " + most)));
            limit.accelerators()
                    .forEach((kind, most) -> exceeded(before, after, live, each -> count(each, kind), most)
                            .ifPresent(used -> found.add(tenant + " holds " + used + " " + kind + " of " + most)));
        });
        return found;
    }

    private static Optional<Quota> quota(Quotas quotas, String tenant) {
        return quotas.all().stream()
                .filter(each -> each.tenant().equals(tenant))
                .findFirst();
    }

    private static Optional<Long> exceeded(
            @Nullable Reservation before,
            Reservation after,
            Collection<Reservation> live,
            ToLongFunction<Reservation> measure,
            long most) {
        if (before != null && measure.applyAsLong(after) <= measure.applyAsLong(before)) {
            return Optional.empty();
        }
        return live.stream()
                .map(each -> each.span().start())
                .map(start ->
                        start.isBefore(after.span().start()) ? after.span().start() : start)
                .filter(time -> runs(after, time))
                .map(time -> live.stream()
                        .filter(each -> tenant(each).equals(tenant(after)) && runs(each, time))
                        .mapToLong(measure)
                        .sum())
                .filter(used -> used > most)
                .findFirst();
    }

    private static boolean runs(Reservation each, Instant time) {
        return !each.span().start().isAfter(time)
                && each.span().end().filter(end -> !end.isAfter(time)).isEmpty();
    }

    private static long count(Reservation each, String kind) {
        return each.demand().load() instanceof Load.OfWorkload of
                        && of.workload().accelerator().equals(kind)
                ? of.workload().accelerators()
                : 0;
    }

    private static String tenant(Reservation each) {
        return each.holder().split("/", 2)[0].strip();
    }
}
