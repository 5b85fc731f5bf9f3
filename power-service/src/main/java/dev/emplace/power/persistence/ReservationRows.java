package dev.emplace.power.persistence;

import dev.emplace.power.domain.reservation.Payload;
import dev.emplace.power.domain.reservation.ReservationState;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads rows of reservations together with the revision of their site: one statement, so one snapshot. */
@ApplicationScoped
class ReservationRows implements PanacheRepositoryBase<ReservationRow, ReservationRow.Key> {
    /** A row, absent where the site has none to show, beside the site's revision. */
    record Snapshot(ReservationRow row, long revision) {}

    /** Ends each further statement of this transaction after that time. */
    void limitStatements(Duration time) {
        getEntityManager()
                .createNativeQuery("select set_config('statement_timeout', :millis, true)")
                // 0 would be no limit at all.
                .setParameter("millis", Long.toString(Math.max(1, time.toMillis())))
                .getSingleResult();
    }

    /** What a request led to at a site. */
    @SuppressWarnings("ArrayRecordComponent") // as JDBC gives it; never compared
    record Event(String site, byte[] body) {}

    /** The first that the request led to comes first. */
    List<Event> events(UUID request) {
        List<?> events = getEntityManager()
                .createNativeQuery("select site, body from site_event where request_id = :request"
                        + " and at > clock_timestamp() - interval '24 hours' order by at, site")
                .setParameter("request", request)
                .getResultList();
        return events.stream()
                .map(Object[].class::cast)
                .map(event -> new Event((String) event[0], (byte[]) event[1]))
                .toList();
    }

    Payload payload(String site, String id) {
        List<?> kept = getEntityManager()
                .createNativeQuery("select payload, owner from reservation_payload where site = :site and id = :id")
                .setParameter("site", site)
                .setParameter("id", id)
                .getResultList();
        return kept.stream()
                .map(Object[].class::cast)
                .map(row -> Payload.of((byte[]) row[0], Optional.ofNullable((String) row[1])))
                .findFirst()
                .orElse(Payload.NONE);
    }

    List<Snapshot> find(String site, String id) {
        return getEntityManager()
                .createQuery(
                        "select new dev.emplace.power.persistence.ReservationRows$Snapshot(r, s.revision)"
                                + " from SiteRow s join ReservationRow r on r.site = s.name"
                                + " where s.name = :site and r.id = :id",
                        Snapshot.class)
                .setParameter("site", site)
                .setParameter("id", id)
                .getResultList();
    }

    List<ReservationRow> all(String site, Collection<String> ids) {
        return list("site = ?1 and id in ?2", site, ids);
    }

    List<Snapshot> list(String site, Set<ReservationState> states, String after, int limit) {
        Set<String> unmarked = states.stream()
                .filter(state -> !ReservationRow.isLapsed(state))
                .map(Enum::name)
                .collect(Collectors.toSet());
        return getEntityManager()
                .createQuery(
                        "select new dev.emplace.power.persistence.ReservationRows$Snapshot(r, s.revision)"
                                + " from SiteRow s left join ReservationRow r"
                                + " on r.site = s.name and r.id > :after and (r.state in :states"
                                + " and (r.state <> 'CONFIRMED' or coalesce(r.lapsed, false) = false)"
                                + " or :lapsed = true and r.state = 'CONFIRMED' and r.lapsed = true)"
                                + " where s.name = :site order by r.id",
                        Snapshot.class)
                .setParameter("site", site)
                .setParameter("states", unmarked)
                .setParameter("lapsed", states.contains(ReservationState.LAPSED))
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }
}
