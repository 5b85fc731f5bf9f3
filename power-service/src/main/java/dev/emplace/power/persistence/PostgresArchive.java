package dev.emplace.power.persistence;

import dev.emplace.platform.calls.TimeLeft;
import dev.emplace.power.domain.reservation.Archive;
import dev.emplace.power.domain.reservation.Change;
import dev.emplace.power.domain.reservation.RecordFormat;
import dev.emplace.power.domain.reservation.Reservation;
import dev.emplace.power.domain.reservation.ReservationState;
import dev.emplace.power.domain.reservation.StorageUnavailableException;
import dev.emplace.power.domain.reservation.UnknownSiteException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Reservations, read from their rows. */
@ApplicationScoped
public class PostgresArchive implements Archive {
    private static final Logger LOG = Logger.getLogger(PostgresArchive.class);

    /** That of every statement: quarkus.datasource.jdbc.new-connection-sql. */
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);

    /** So that a caller whose time is over is told that, and not that the database failed. */
    private static final Duration TIME_TO_ANSWER = Duration.ofMillis(20);

    private final ReservationRows rows;
    private final RecordFormat format;

    PostgresArchive(ReservationRows rows, RecordFormat format) {
        this.rows = rows;
        this.format = format;
    }

    @Override
    @ActivateRequestContext
    public Optional<Found> find(String site, String reservation) {
        return read(() -> found(site, reservation));
    }

    private Optional<Found> found(String site, String reservation) {
        return rows.find(site, reservation).stream()
                .findFirst()
                .map(found ->
                        new Found(found.row().toDomain(format), rows.payload(site, reservation), found.revision()));
    }

    @Override
    @ActivateRequestContext
    public Optional<Created> created(UUID request) {
        return read(() -> rows.events(request).stream()
                .flatMap(event -> creation(event).stream())
                .findFirst());
    }

    private Optional<Created> creation(ReservationRows.Event event) {
        return format.readChange(event.body()) instanceof Change.OfReservation of
                        && of.reservation().isCreation()
                ? found(event.site(), of.reservation().id()).map(found -> new Created(event.site(), found))
                : Optional.empty();
    }

    @Override
    @ActivateRequestContext
    public Map<String, Reservation> all(String site, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return read(() -> rows.all(site, ids)).stream()
                .map(row -> row.toDomain(format))
                .collect(Collectors.toMap(Reservation::id, Function.identity()));
    }

    @Override
    @ActivateRequestContext
    public Listing list(String site, Set<ReservationState> states, Optional<String> after, int limit) {
        Set<ReservationState> wanted = states.isEmpty() ? EnumSet.allOf(ReservationState.class) : states;
        List<ReservationRows.Snapshot> found = read(() -> rows.list(site, wanted, after.orElse(""), limit));
        if (found.isEmpty()) {
            throw new UnknownSiteException(site);
        }
        List<Reservation> reservations = found.stream()
                .map(ReservationRows.Snapshot::row)
                .filter(Objects::nonNull)
                .map(row -> row.toDomain(format))
                .toList();
        return new Listing(reservations, found.get(0).revision());
    }

    private <T> T read(Supplier<T> query) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                TimeLeft.ofCall()
                        .map(TIME_TO_ANSWER::plus)
                        .filter(left -> left.compareTo(USUAL_TIMEOUT) < 0)
                        .ifPresent(rows::limitStatements);
                return query.get();
            });
        } catch (PersistenceException failed) {
            LOG.warnf("The database failed: %s", failed.getMessage());
            throw new StorageUnavailableException();
        }
    }
}
