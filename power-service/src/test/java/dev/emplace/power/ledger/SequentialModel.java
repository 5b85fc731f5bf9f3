package dev.emplace.power.ledger;

import dev.emplace.power.domain.reservation.Change;
import dev.emplace.power.domain.reservation.Quotas;
import dev.emplace.power.domain.reservation.Reservation;
import dev.emplace.power.domain.reservation.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What one site's journal has to look like if its changes happened one after the other: the rules of a reservation's
 * life, the limits at every revision, and the clients' view of it.
 *
 * <p>It knows none of the ledger's code: its rules are those of the contract, its limits are worked out from scratch.
 */
public final class SequentialModel {
    /** What a request led to, as far as its caller is told. */
    private record Effect(long revision, String reservation, String state) {}

    private final Limits limits;
    private final Map<String, Reservation> last = new HashMap<>();
    private final Map<String, Reservation> live = new HashMap<>();
    private final Map<UUID, Effect> effects = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private Quotas quotas = Quotas.NONE;
    private long revision;
    private Instant time = Instant.MIN;

    public SequentialModel(Limits limits) {
        this.limits = limits;
    }

    /** The next entry of the journal. */
    public void apply(Transition entry) {
        expect(entry.token().revision() == revision + 1, entry, "does not follow revision " + revision);
        expect(!entry.at().isBefore(time), entry, "is before the change before it, " + time);
        revision = entry.token().revision();
        time = entry.at();
        if (entry.change() instanceof Change.OfReservation of) {
            apply(entry, of.reservation());
        } else if (entry.change() instanceof Change.OfQuotas of) {
            quotas = of.quotas();
        }
        entry.request().ifPresent(request -> {
            String reservation = entry.change() instanceof Change.OfReservation of
                    ? of.reservation().id()
                    : "";
            String state = entry.change() instanceof Change.OfReservation of
                    ? of.reservation().state().name()
                    : "";
            Effect before = effects.put(request.id(), new Effect(revision, reservation, state));
            expect(before == null, entry, "is the second effect of request " + request.id());
        });
    }

    private void apply(Transition entry, Reservation after) {
        expect(after.token().equals(entry.token()), entry, "holds a reservation with another token");
        if (entry.request().isPresent()) {
            live.values().stream()
                    .filter(held -> !due(held).isAfter(entry.at()))
                    .forEach(held -> violation(entry, "came before the end of " + held.id() + ", due " + due(held)));
        }
        Reservation before = last.put(after.id(), after);
        Life.fault(before, after, entry).ifPresent(fault -> violation(entry, after.id() + ": " + fault));
        if (after.state().isLive()) {
            live.put(after.id(), after);
        } else {
            live.remove(after.id());
        }
        boolean holdsMore =
                after.state().isLive() && (before == null || !before.held().equals(after.held()));
        if (holdsMore) {
            limits.exceeded(live.values(), entry.at()).forEach(overload -> violation(entry, overload));
            QuotaRules.exceeded(quotas, before, after, live.values()).forEach(excess -> violation(entry, excess));
        }
    }

    /** When time is to change it; far off where it is not. */
    static Instant due(Reservation held) {
        return Stream.of(
                        held.expires(),
                        Life.leaseOf(held),
                        held.demand().window().end())
                .flatMap(java.util.Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** What clients saw, all of it, once the whole journal has been applied. */
    public void compare(List<RecordedCall> calls) {
        for (RecordedCall call : calls) {
            Effect effect = effects.get(call.request());
            if (call.acknowledged()) {
                Effect told = new Effect(call.revision(), call.reservation(), call.state());
                if (!told.equals(effect)) {
                    violations.add("told " + call.line() + ", but kept " + effect);
                }
            } else if (effect != null) {
                violations.add("refused " + call.line() + ", but kept " + effect);
            }
        }
        inOrder(calls);
    }

    /** Of two calls of which one ended before the other began, the first comes first in the journal. */
    private void inOrder(List<RecordedCall> calls) {
        List<RecordedCall> acknowledged =
                calls.stream().filter(RecordedCall::acknowledged).toList();
        List<RecordedCall> ending = new ArrayList<>(acknowledged);
        ending.sort(Comparator.comparingLong(RecordedCall::ended));
        List<RecordedCall> starting = new ArrayList<>(acknowledged);
        starting.sort(Comparator.comparingLong(RecordedCall::started));
        int ended = 0;
        long newest = 0;
        for (RecordedCall call : starting) {
            while (ended < ending.size() && ending.get(ended).ended() < call.started()) {
                newest = Math.max(newest, ending.get(ended).revision());
                ended++;
            }
            if (call.revision() <= newest) {
                violations.add("began after revision " + newest + " was told: " + call.line());
            }
        }
    }

    /** What the service says now of all reservations, by id. */
    public void compare(Map<String, Reservation> stored) {
        last.forEach((id, reservation) -> {
            if (!reservation.equals(stored.get(id))) {
                violations.add("the journal ends with " + reservation + ", but stored is " + stored.get(id));
            }
        });
        stored.keySet().stream()
                .filter(id -> !last.containsKey(id))
                .forEach(id -> violations.add("stored, but not in the journal: " + id));
    }

    public List<String> violations() {
        return List.copyOf(violations);
    }

    public long revision() {
        return revision;
    }

    private void expect(boolean holds, Transition entry, String otherwise) {
        if (!holds) {
            violation(entry, otherwise);
        }
    }

    private void violation(Transition entry, String what) {
        violations.add("revision " + entry.token().revision() + " at " + entry.at() + " " + what);
    }
}
