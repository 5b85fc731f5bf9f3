package dev.emplace.power.grpc;

import com.google.type.Interval;
import dev.emplace.api.power.v1.MeteredPower;
import dev.emplace.api.power.v1.PowerReading;
import dev.emplace.api.power.v1.ReportMeteredPowerRequest;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.power.domain.metering.Metered;
import dev.emplace.power.domain.metering.MeteredSubject;
import dev.emplace.power.domain.metering.QuietRun;
import dev.emplace.power.domain.reservation.Metering.Said;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Metered power between the contract and the domain. */
final class MeteredMessages {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration OLDEST = Duration.ofDays(1);
    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);
    private static final int RATIO_DIGITS = 3;

    private MeteredMessages() {}

    /** @param now the database's time, by which readings are in the future or too old */
    static List<Said> toDomain(ReportMeteredPowerRequest request, String site, Instant now) {
        List<Said> readings = new ArrayList<>();
        Map<MeteredSubject, Integer> seen = new HashMap<>();
        for (int i = 0; i < request.getReadingsCount(); i++) {
            String field = "readings[" + i + "]";
            Said said = toDomain(request.getReadings(i), site, now, field);
            Integer before = seen.putIfAbsent(said.subject(), i);
            if (before != null) {
                throw new InvalidFieldException(
                        field, "is of the same subject as readings[" + before + "]; send one of each, the last");
            }
            readings.add(said);
        }
        return readings;
    }

    private static Said toDomain(PowerReading reading, String site, Instant now, String field) {
        return new Said(
                subject(reading, site, field),
                metered(reading.getInterval(), reading.getWatts(), now, field + ".interval"));
    }

    private static MeteredSubject subject(PowerReading reading, String site, String field) {
        if (reading.hasNode()) {
            return new MeteredSubject(MeteredSubject.Kind.NODE, reading.getNode());
        }
        Names.ReservationName name = Names.reservation(reading.getReservation());
        if (!name.site().equals(site)) {
            throw new InvalidFieldException(
                    field + ".reservation",
                    "is \"" + reading.getReservation() + "\", of another site than sites/" + site);
        }
        return new MeteredSubject(MeteredSubject.Kind.RESERVATION, name.reservation());
    }

    private static Metered metered(Interval interval, long watts, Instant now, String field) {
        if (!interval.hasStartTime() || !interval.hasEndTime()) {
            throw new InvalidFieldException(field, "must have a start_time and an end_time");
        }
        Instant start = Numbers.instant(interval.getStartTime(), field + ".start_time");
        Instant end = Numbers.instant(interval.getEndTime(), field + ".end_time");
        Duration length = Duration.between(start, end);
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw new InvalidFieldException(
                    field, "is from " + start + " to " + end + "; must last from 1 s to 15 min");
        }
        if (end.isAfter(now.plus(CLOCKS_APART))) {
            throw new InvalidFieldException(
                    field + ".end_time",
                    "is " + end + ", more than 5 s after the database's clock, " + now + ": set the meter's clock");
        }
        if (start.isBefore(now.minus(OLDEST))) {
            throw new InvalidFieldException(
                    field + ".start_time", "is " + start + "; must be no longer ago than a day, by now " + now);
        }
        return new Metered(start, end, watts);
    }

    static MeteredPower toProto(Metered metered, long predicted) {
        MeteredPower.Builder message = MeteredPower.newBuilder()
                .setWatts(metered.watts())
                .setInterval(Interval.newBuilder()
                        .setStartTime(Numbers.timestamp(metered.start()))
                        .setEndTime(Numbers.timestamp(metered.end())))
                .setPredictedWatts(predicted);
        if (predicted > 0) {
            message.setRatio(Numbers.decimal(BigDecimal.valueOf(metered.watts())
                    .divide(BigDecimal.valueOf(predicted), RATIO_DIGITS, RoundingMode.HALF_EVEN)));
        }
        return message.build();
    }

    /** A reservation with what was metered of it, if anything was since it last was resized. */
    static Reservation with(Reservation reservation, Map<String, Metered> metered) {
        Metered said = metered.get(Names.reservation(reservation.getName()).reservation());
        if (said != null
                && reservation.hasResizeTime()
                && said.start().isBefore(Numbers.instant(reservation.getResizeTime(), "resize_time"))) {
            return reservation;
        }
        long predicted = reservation.hasDraw() ? reservation.getDraw().getP50Watts() : reservation.getHeldWatts();
        return said == null
                ? reservation
                : reservation.toBuilder().setMetered(toProto(said, predicted)).build();
    }

    static dev.emplace.api.power.v1.QuietRun toProto(QuietRun run) {
        return dev.emplace.api.power.v1.QuietRun.newBuilder()
                .setStartTime(Numbers.timestamp(run.since()))
                .setEndTime(Numbers.timestamp(run.until()))
                .setWatts(run.watts())
                .setIdleWatts(run.idleWatts())
                .build();
    }

    static QuietRun toDomain(dev.emplace.api.power.v1.QuietRun message) {
        return new QuietRun(
                Numbers.instant(message.getStartTime(), "quiet_run.start_time"),
                Numbers.instant(message.getEndTime(), "quiet_run.end_time"),
                message.getWatts(),
                message.getIdleWatts());
    }
}
