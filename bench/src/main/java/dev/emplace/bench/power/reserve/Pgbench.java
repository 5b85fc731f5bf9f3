package dev.emplace.bench.power.reserve;

import dev.emplace.bench.stack.ServiceDatabase;
import dev.emplace.bench.stack.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements that keep one reservation, as the service sends them, each reservation in a transaction of its own. */
final class Pgbench implements AutoCloseable {
    static final Tool TOOL = new Tool("pgbench");

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final String CLUSTER = "(SELECT system_identifier FROM pg_control_system()) || '/' ||"
            + " substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8)";

    /** Those of SiteLock, PostgresSession and BatchInsert; the bodies have the mean size of those of the service. */
    private static final String SCRIPT = """
        BEGIN;
        WITH locked AS MATERIALIZED (SELECT revision, epoch, cluster, last_time, tableoid, origin FROM site WHERE name = 'hot' FOR UPDATE) \
        SELECT revision + 1 AS next, epoch, cluster, greatest(clock_timestamp(), last_time) AS at, %s AS now_cluster, tableoid::bigint AS here, \
        coalesce(origin, tableoid::bigint) AS origin, gen_random_uuid() AS request FROM locked \\gset
        SELECT epoch, revision, at, request_id, fingerprint, body FROM site_event WHERE request_id = ANY (ARRAY[:request::uuid]) \
        AND at > clock_timestamp() - interval '24 hours' ORDER BY at;
        WITH events AS (INSERT INTO site_event (site, revision, epoch, at, request_id, fingerprint, body) \
        SELECT 'hot', e.revision, :epoch::bigint, :at::timestamptz, e.request_id, e.fingerprint, e.body \
        FROM unnest(ARRAY[:next::bigint], ARRAY[:request::uuid], ARRAY['%s'], ARRAY['\\x%s'::bytea]) AS e (revision, request_id, fingerprint, body)), \
        held AS (INSERT INTO reservation (site, id, state, revision, body, lapsed) SELECT 'hot', r.id, r.state, r.revision, r.body, r.lapsed \
        FROM unnest(ARRAY['r' || :next::text], ARRAY['PENDING'], ARRAY[:next::bigint], ARRAY['\\x%s'::bytea], ARRAY[false]) \
        AS r (id, state, revision, body, lapsed) ON CONFLICT (site, id) DO UPDATE SET state = excluded.state, revision = excluded.revision, \
        body = excluded.body, lapsed = excluded.lapsed) \
        UPDATE site SET revision = :next::bigint, epoch = :epoch::bigint, cluster = :now_cluster::text, origin = :origin::bigint, \
        last_time = :at::timestamptz, body = coalesce(NULL::bytea, body) WHERE name = 'hot';
        COMMIT;
        """;

    private final ServiceDatabase database;
    private final Path script;

    private Pgbench(ServiceDatabase database, Path script) {
        this.database = database;
        this.script = script;
    }

    /** On a schema of its own: a service that saw the rows would read them. */
    static Pgbench like(ServiceDatabase measured) {
        ServiceDatabase database = ServiceDatabase.create("power-service");
        database.execute(
                "INSERT INTO site (name, revision, epoch, cluster, last_time, origin, body) VALUES ('hot', 0, 1, "
                        + CLUSTER + ", clock_timestamp(), 'site'::regclass::oid::bigint, decode(repeat('41', "
                        + measured.number("SELECT octet_length(body) FROM site WHERE name = 'hot'") + "), 'hex'))");
        String text = SCRIPT.formatted(
                CLUSTER,
                "a".repeat((int) measured.number("SELECT avg(octet_length(fingerprint)) FROM site_event")),
                bytes(measured.number("SELECT avg(octet_length(body)) FROM site_event WHERE request_id IS NOT NULL"
                        + " AND revision > 1")),
                bytes(measured.number("SELECT avg(octet_length(body)) FROM reservation")));
        try {
            return new Pgbench(database, Files.writeString(Files.createTempFile("emplace-bench-", ".pgbench"), text));
        } catch (IOException failed) {
            throw new UncheckedIOException("the script of pgbench could not be written", failed);
        }
    }

    private static String bytes(long count) {
        return "41".repeat((int) count);
    }

    /** Reservations a second. */
    double rate(int clients, Duration time) {
        String printed = TOOL.run(
                database.psqlEnvironment(),
                List.of(
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        String.valueOf(clients),
                        "-j",
                        String.valueOf(Math.min(2, clients)),
                        "-T",
                        String.valueOf(time.toSeconds()),
                        "-f",
                        script.toString()));
        Matcher rate = RATE.matcher(printed);
        if (!rate.find()) {
            throw new IllegalStateException("pgbench told no rate: " + printed);
        }
        return Double.parseDouble(rate.group(1));
    }

    @Override
    public void close() {
        database.close();
        try {
            Files.deleteIfExists(script);
        } catch (IOException kept) {
            throw new UncheckedIOException(script + " could not be removed", kept);
        }
    }
}
