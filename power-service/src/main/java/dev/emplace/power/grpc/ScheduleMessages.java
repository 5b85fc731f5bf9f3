package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.Arrival;
import dev.emplace.api.power.v1.Curtailment;
import dev.emplace.api.power.v1.MaintenanceWindow;
import dev.emplace.api.power.v1.SiteSchedule;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.power.domain.topology.Maintenance;
import dev.emplace.power.domain.topology.Schedule;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The times of a site between the contract and the domain. */
final class ScheduleMessages {
    private static final String FIELD = "topology.schedule.";

    private ScheduleMessages() {}

    static Schedule toDomain(SiteSchedule message) {
        return new Schedule(
                IntStream.range(0, message.getMaintenanceWindowsCount())
                        .mapToObj(i ->
                                maintenance(message.getMaintenanceWindows(i), FIELD + "maintenance_windows[" + i + "]"))
                        .toList(),
                IntStream.range(0, message.getCurtailmentsCount())
                        .mapToObj(i -> curtailment(message.getCurtailments(i), FIELD + "curtailments[" + i + "]"))
                        .toList(),
                arrivals(message.getArrivalsList()));
    }

    private static Maintenance maintenance(MaintenanceWindow message, String field) {
        return new Maintenance(
                message.getElement(),
                Numbers.instant(message.getStartTime(), field + ".start_time"),
                Numbers.instant(message.getEndTime(), field + ".end_time"),
                message.getAcceptsFailures());
    }

    private static dev.emplace.power.domain.topology.Curtailment curtailment(Curtailment message, String field) {
        return new dev.emplace.power.domain.topology.Curtailment(
                message.getNode(),
                Numbers.instant(message.getStartTime(), field + ".start_time"),
                Numbers.instant(message.getEndTime(), field + ".end_time"),
                message.getLimitWatts());
    }

    private static Map<String, Instant> arrivals(List<Arrival> messages) {
        Map<String, Instant> arrivals = new HashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            String field = FIELD + "arrivals[" + i + "]";
            Arrival arrival = messages.get(i);
            Instant at = Numbers.instant(arrival.getArriveTime(), field + ".arrive_time");
            if (arrivals.putIfAbsent(arrival.getElement(), at) != null) {
                throw new InvalidFieldException(
                        field + ".element", "\"" + arrival.getElement() + "\" arrives twice: keep one of them");
            }
        }
        return arrivals;
    }

    static SiteSchedule toProto(Schedule schedule) {
        SiteSchedule.Builder message = SiteSchedule.newBuilder();
        schedule.maintenance()
                .forEach(open -> message.addMaintenanceWindows(MaintenanceWindow.newBuilder()
                        .setElement(open.element())
                        .setStartTime(Numbers.timestamp(open.start()))
                        .setEndTime(Numbers.timestamp(open.end()))
                        .setAcceptsFailures(open.acceptsFailures())));
        schedule.curtailments()
                .forEach(open -> message.addCurtailments(Curtailment.newBuilder()
                        .setNode(open.node())
                        .setStartTime(Numbers.timestamp(open.start()))
                        .setEndTime(Numbers.timestamp(open.end()))
                        .setLimitWatts(open.limitWatts())));
        schedule.arrivals().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(arrival -> message.addArrivals(Arrival.newBuilder()
                        .setElement(arrival.getKey())
                        .setArriveTime(Numbers.timestamp(arrival.getValue()))));
        return message.build();
    }
}
