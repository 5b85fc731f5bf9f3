package dev.emplace.power.grpc;

import com.google.type.Interval;
import dev.emplace.api.power.v1.Binding;
import dev.emplace.api.power.v1.Demand;
import dev.emplace.api.power.v1.LimitKind;
import dev.emplace.api.power.v1.PowerWorkload;
import dev.emplace.api.power.v1.RackLoad;
import dev.emplace.api.power.v1.ResizeReservationRequest;
import dev.emplace.api.power.v1.SurvivalRequirement;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.power.domain.capacity.Survival;
import dev.emplace.power.domain.reservation.Load;
import dev.emplace.power.domain.reservation.Window;
import java.util.Optional;

/** Demands, and the limits that they meet, between the contract and the domain. */
final class DemandMessages {
    private DemandMessages() {}

    static dev.emplace.power.domain.reservation.Demand toDomain(Demand message, String field) {
        return new dev.emplace.power.domain.reservation.Demand(
                load(message, field),
                message.hasWindow() ? window(message.getWindow(), field + ".window") : Window.FROM_NOW_ON,
                survival(message.getSurvives()));
    }

    private static Survival survival(SurvivalRequirement survives) {
        return switch (survives) {
            case SURVIVAL_REQUIREMENT_NO_FAILURE -> Survival.NO_FAILURE;
            case SURVIVAL_REQUIREMENT_SHED_ON_FAILURE -> Survival.SHED_ON_FAILURE;
            case SURVIVAL_REQUIREMENT_UNSPECIFIED, SURVIVAL_REQUIREMENT_ANY_SINGLE_FAILURE, UNRECOGNIZED ->
                Survival.ANY_SINGLE_FAILURE;
        };
    }

    private static Load load(Demand message, String field) {
        return switch (message.getLoadCase()) {
            case WORKLOAD -> load(message.getWorkload());
            case RACK_LOAD -> load(message.getRackLoad());
            case LOAD_NOT_SET ->
                throw new InvalidFieldException(field + ".load", "is missing: give a workload or a rack_load");
        };
    }

    static Load load(ResizeReservationRequest message) {
        return switch (message.getLoadCase()) {
            case WORKLOAD -> load(message.getWorkload());
            case RACK_LOAD -> load(message.getRackLoad());
            case LOAD_NOT_SET -> throw new InvalidFieldException("load", "is missing: give a workload or a rack_load");
        };
    }

    private static Load load(PowerWorkload workload) {
        return new Load.OfWorkload(DrawMessages.toDomain(workload));
    }

    private static Load load(RackLoad load) {
        return new Load.OfWatts(load.getRackGroup(), load.getRackCount(), load.getWattsPerRack());
    }

    static Window window(Interval interval, String field) {
        return new Window(
                interval.hasStartTime()
                        ? Optional.of(Numbers.instant(interval.getStartTime(), field + ".start_time"))
                        : Optional.empty(),
                interval.hasEndTime()
                        ? Optional.of(Numbers.instant(interval.getEndTime(), field + ".end_time"))
                        : Optional.empty());
    }

    static Demand toProto(dev.emplace.power.domain.reservation.Demand demand) {
        Demand.Builder message = Demand.newBuilder()
                .setSurvives(Choices.toProto(SurvivalRequirement.class, demand.survival(), "SURVIVAL_REQUIREMENT_"));
        if (demand.load() instanceof Load.OfWorkload of) {
            message.setWorkload(DrawMessages.toProto(of.workload()));
        } else if (demand.load() instanceof Load.OfWatts of) {
            message.setRackLoad(RackLoad.newBuilder()
                    .setRackGroup(of.rackGroup())
                    .setRackCount(of.racks())
                    .setWattsPerRack(of.wattsPerRack()));
        }
        if (!demand.window().equals(Window.FROM_NOW_ON)) {
            message.setWindow(interval(demand.window()));
        }
        return message.build();
    }

    private static Interval interval(Window window) {
        Interval.Builder interval = Interval.newBuilder();
        window.start().ifPresent(start -> interval.setStartTime(Numbers.timestamp(start)));
        window.end().ifPresent(end -> interval.setEndTime(Numbers.timestamp(end)));
        return interval.build();
    }

    static Binding toProto(dev.emplace.power.domain.capacity.Binding binding) {
        return Binding.newBuilder()
                .setLimitKind(Choices.toProto(LimitKind.class, binding.kind(), "LIMIT_KIND_"))
                .setNode(binding.node())
                .setScenario(binding.scenario())
                .setLimitWatts(binding.limit())
                .setLoadWatts(binding.load())
                .setDemandWatts(binding.demand())
                .setShortfallWatts(binding.shortfall())
                .build();
    }

    static dev.emplace.power.domain.capacity.Binding toDomain(Binding message) {
        return new dev.emplace.power.domain.capacity.Binding(
                Choices.toDomain(
                        dev.emplace.power.domain.capacity.LimitKind.class, message.getLimitKind(), "LIMIT_KIND_"),
                message.getNode(),
                message.getScenario(),
                message.getLimitWatts(),
                message.getLoadWatts(),
                message.getDemandWatts());
    }
}
