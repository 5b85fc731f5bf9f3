package dev.emplace.bench.power.site;

import dev.emplace.power.domain.metering.QuietRun;
import dev.emplace.power.domain.reservation.Journal;
import dev.emplace.power.domain.reservation.Reservation;
import dev.emplace.power.domain.reservation.Token;
import dev.emplace.power.domain.reservation.Transition;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A journal that keeps how far each site has come and nothing else: whoever writes keeps his ledger. */
public final class HeldInMemory implements Journal {
    /** Now, for all that is measured. */
    public static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    private final Map<String, Token> tokens = new HashMap<>();

    @Override
    public Session lock(String site) {
        return new Kept(site);
    }

    @Override
    public Progress progress() {
        Map<String, Long> revisions = new HashMap<>();
        tokens.forEach((site, token) -> revisions.put(site, token.revision()));
        return new Progress(revisions, NOW);
    }

    private final class Kept implements Session {
        private final String site;

        Kept(String site) {
            this.site = site;
        }

        @Override
        public Head head() {
            return new Head(tokens.getOrDefault(site, new Token(1, 0)), NOW);
        }

        @Override
        public Optional<Standing> standing() {
            return Optional.empty();
        }

        @Override
        public List<Transition> since(long revision) {
            return List.of();
        }

        @Override
        public Map<UUID, Transition> outcomes(Collection<UUID> requests) {
            return Map.of();
        }

        @Override
        public Map<String, QuietRun> quiet(Collection<String> reservations) {
            return Map.of();
        }

        @Override
        public Optional<Reservation> reservation(String id) {
            return Optional.empty();
        }

        @Override
        public void commit(List<Transition> transitions, Head head) {
            tokens.put(site, head.token());
        }

        @Override
        public void close() {}
    }
}
