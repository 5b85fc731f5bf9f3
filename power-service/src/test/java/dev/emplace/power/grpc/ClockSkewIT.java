package dev.emplace.power.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationState;
import dev.emplace.testkit.postgres.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas whose clocks are an hour apart: what ends by itself ends by the database's clock, and once. */
class ClockSkewIT {
    /** Moves the wall clock of a process by an hour; what measures time that passed is left alone. */
    private static final String AN_HOUR_LATE = """
            #define _GNU_SOURCE
            #include <dlfcn.h>
            #include <sys/time.h>
            #include <time.h>
            int clock_gettime(clockid_t id, struct timespec *ts) {
              static int (*real)(clockid_t, struct timespec *);
              if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
              int rc = real(id, ts);
              if (rc == 0 && id == CLOCK_REALTIME) ts->tv_sec += 3600;
              return rc;
            }
            int gettimeofday(struct timeval *tv, void *zone) {
              struct timespec ts;
              int rc = clock_gettime(CLOCK_REALTIME, &ts);
              tv->tv_sec = ts.tv_sec;
              tv->tv_usec = ts.tv_nsec / 1000;
              return rc;
            }
            time_t time(time_t *out) {
              struct timespec ts;
              clock_gettime(CLOCK_REALTIME, &ts);
              if (out) *out = ts.tv_sec;
              return ts.tv_sec;
            }
            """;

    private static final long TTL_SECONDS = 3;

    @Test
    void expiryHappensByTheDatabasesClockAndOnce(@TempDir Path folder) throws Exception {
        Map<String, String> late = Map.of("LD_PRELOAD", compiled(folder).toString());
        assertThat(clockOf(late, folder) - clockOf(Map.of(), folder))
                .as("seconds apart")
                .isBetween(3_000L, 4_200L);
        try (TestDatabase database = TestDatabase.create();
                PowerProcess right = PowerProcess.start(database);
                PowerProcess fast = PowerProcess.start(database, late);
                PowerClient client = new PowerClient(right.channel());
                PowerClient other = new PowerClient(fast.channel())) {
            String site = client.newSite(TestSites.twoPaths(45_000));
            fast.awaitSite(site);
            Reservation byTheRight = created(client, site);
            Reservation byTheFast = other.create(site, PowerClient.training(8));
            assertThat(other.confirm(byTheFast.getName()).getState())
                    .as("to live for ten minutes; by a clock an hour ahead it would be over")
                    .isEqualTo(ReservationState.RESERVATION_STATE_CONFIRMED);
            Awaitility.await()
                    .until(() ->
                            client.get(byTheRight.getName()).getState() == ReservationState.RESERVATION_STATE_EXPIRED);
            Reservation expired = client.get(byTheRight.getName());
            assertThat(other.get(byTheRight.getName())).isEqualTo(expired);
            long lived = expired.getResolveTime().getSeconds()
                    - expired.getCreateTime().getSeconds();
            assertThat(lived).as("seconds by the database's clock").isGreaterThanOrEqualTo(TTL_SECONDS);
            assertThat(number(database, "select count(*) from site_event where request_id is null"))
                    .as("entries by time")
                    .isOne();
        }
    }

    private static Reservation created(PowerClient client, String site) {
        return client.reservations
                .createReservation(PowerClient.creating(site, PowerClient.training(8))
                        .setTtl(Duration.newBuilder().setSeconds(TTL_SECONDS))
                        .build())
                .getReservation();
    }

    /** What a JVM with these settings takes for now, in seconds. */
    private static long clockOf(Map<String, String> settings, Path folder) throws IOException, InterruptedException {
        Path source = Files.writeString(
                folder.resolve("Clock.java"),
                "class Clock { public static void main(String[] a) { System.out.print(System.currentTimeMillis() / 1000); } }");
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), source.toString());
        java.environment().putAll(settings);
        Process process = java.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return Long.parseLong(printed);
    }

    private static Path compiled(Path folder) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("late.c"), AN_HOUR_LATE);
        Path library = folder.resolve("late.so");
        try {
            Process compiler = new ProcessBuilder(
                            List.of("cc", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl"))
                    .inheritIO()
                    .start();
            Assumptions.assumeTrue(compiler.waitFor() == 0, "the C compiler does not make shared libraries here");
        } catch (IOException absent) {
            Assumptions.abort("skipped: no C compiler (cc) to make a skewed clock with");
        }
        return library;
    }

    private static long number(TestDatabase database, String query) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
