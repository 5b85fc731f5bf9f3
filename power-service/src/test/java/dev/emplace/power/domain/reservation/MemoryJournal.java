package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.metering.QuietRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A journal of one site in memory, whose commits can be told to end in the dark. */
public final class MemoryJournal implements Journal {
    /** What becomes of the next commit. */
    enum Fate {
        TOLD,
        KEPT_UNTOLD,
        LOST_UNTOLD
    }

    final List<Transition> kept = new ArrayList<>();
    int commits;
    Fate next = Fate.TOLD;
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    long epoch = 1;

    /** Entries that are no longer there, since they are too old. */
    int removed;

    final Map<String, QuietRun> quiet = new LinkedHashMap<>();

    /** Of which reservations batches asked what was metered. */
    final List<List<String>> asked = new ArrayList<>();

    @Override
    public Session lock(String site) {
        return new MemorySession();
    }

    @Override
    public Progress progress() {
        return new Progress(Map.of("test", (long) kept.size()), now);
    }

    private final class MemorySession implements Session {
        @Override
        public Head head() {
            return new Head(new Token(epoch, kept.size()), now);
        }

        @Override
        public Optional<Standing> standing() {
            Optional<Site> site = Optional.empty();
            Map<String, Reservation> reservations = new LinkedHashMap<>();
            for (Transition transition : kept) {
                if (transition.change() instanceof Change.OfSite of) {
                    site = Optional.of(of.site());
                } else if (transition.change() instanceof Change.OfReservation of) {
                    reservations.put(of.reservation().id(), of.reservation());
                }
            }
            return site.map(known -> new Standing(
                    known,
                    reservations.values().stream()
                            .filter(reservation -> reservation.state().isLive())
                            .toList(),
                    quotas()));
        }

        private Quotas quotas() {
            Quotas last = Quotas.NONE;
            for (Transition transition : kept) {
                last = transition.change() instanceof Change.OfQuotas of ? of.quotas() : last;
            }
            return last;
        }

        @Override
        public List<Transition> since(long revision) {
            return List.copyOf(kept.subList(Math.max((int) revision, removed), kept.size()));
        }

        @Override
        public Map<UUID, Transition> outcomes(Collection<UUID> requests) {
            Map<UUID, Transition> outcomes = new HashMap<>();
            kept.forEach(transition -> transition
                    .request()
                    .filter(request -> requests.contains(request.id()))
                    .ifPresent(request -> outcomes.put(request.id(), transition)));
            return outcomes;
        }

        @Override
        public Map<String, QuietRun> quiet(Collection<String> reservations) {
            asked.add(List.copyOf(reservations));
            return quiet.entrySet().stream()
                    .filter(run -> reservations.contains(run.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public Optional<Reservation> reservation(String id) {
            return kept.stream()
                    .map(Transition::change)
                    .filter(Change.OfReservation.class::isInstance)
                    .map(change -> ((Change.OfReservation) change).reservation())
                    .filter(reservation -> reservation.id().equals(id))
                    .reduce((earlier, later) -> later);
        }

        @Override
        public void commit(List<Transition> transitions, Head head) {
            Fate fate = next;
            next = Fate.TOLD;
            commits++;
            if (fate != Fate.LOST_UNTOLD) {
                kept.addAll(transitions);
            }
            if (fate != Fate.TOLD) {
                throw new UnknownCommitException(new IllegalStateException("the connection broke"));
            }
        }

        @Override
        public void close() {}
    }
}
