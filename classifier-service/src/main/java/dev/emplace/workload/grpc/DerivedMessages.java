package dev.emplace.workload.grpc;

import com.google.protobuf.Duration;
import com.google.type.LatLng;
import dev.emplace.api.workload.v1.AcceleratorRequest;
import dev.emplace.api.workload.v1.Activity;
import dev.emplace.api.workload.v1.Model;
import dev.emplace.api.workload.v1.Workload;
import dev.emplace.workload.clients.Decimals;
import dev.emplace.workload.domain.workload.AskedAccelerators;
import dev.emplace.workload.domain.workload.ModelFacts;
import dev.emplace.workload.domain.workload.ModelStructure;
import dev.emplace.workload.domain.workload.ServiceNeeds;
import dev.emplace.workload.domain.workload.Surroundings;

/** Tells what was read or derived, in the form in which it can be overridden. */
final class DerivedMessages {
    private DerivedMessages() {}

    static Workload of(dev.emplace.workload.domain.workload.Workload workload) {
        Workload.Builder message = Workload.newBuilder()
                .setDisplayName(workload.displayName())
                .setActivity(activity(workload.activity()))
                .setModel(model(workload.model()))
                .setAccelerators(accelerators(workload.accelerators()));
        workload.recurring().ifPresent(message::setRecurring);
        workload.pretrained().ifPresent(message::setPretrained);
        workload.restartable().ifPresent(message::setRestartable);
        needs(workload.needs(), message);
        surroundings(workload.surroundings(), message);
        return message.build();
    }

    private static Activity activity(dev.emplace.workload.domain.workload.Activity activity) {
        return switch (activity) {
            case UNKNOWN -> Activity.ACTIVITY_UNSPECIFIED;
            case TRAINING -> Activity.ACTIVITY_TRAINING;
            case FINE_TUNING -> Activity.ACTIVITY_FINE_TUNING;
            case EXPERIMENT -> Activity.ACTIVITY_EXPERIMENT;
            case DEVELOPMENT -> Activity.ACTIVITY_DEVELOPMENT;
            case SERVING -> Activity.ACTIVITY_SERVING;
            case BATCH_INFERENCE -> Activity.ACTIVITY_BATCH_INFERENCE;
            case OTHER -> Activity.ACTIVITY_OTHER;
        };
    }

    private static Model model(ModelFacts model) {
        Model.Builder message = Model.newBuilder().setName(model.name());
        model.parameters().ifPresent(message::setParameterCount);
        model.weightBits().ifPresent(message::setWeightBits);
        model.layers().ifPresent(message::setLayerCount);
        model.hiddenSize().ifPresent(message::setHiddenSize);
        model.attentionHeads().ifPresent(message::setAttentionHeadCount);
        model.keyValueHeads().ifPresent(message::setKeyValueHeadCount);
        model.passFlops().ifPresent(message::setPassFlops);
        structure(model.structure(), message);
        return message.build();
    }

    private static void structure(ModelStructure structure, Model.Builder message) {
        structure.activeParameters().ifPresent(message::setActiveParameterCount);
        structure.experts().ifPresent(message::setExpertCount);
        structure.activeExperts().ifPresent(message::setActiveExpertCount);
        structure.headDim().ifPresent(message::setHeadDim);
        structure.latentSize().ifPresent(message::setLatentSize);
        structure.windowTokens().ifPresent(message::setWindowTokens);
        structure.windowedLayers().ifPresent(message::setWindowedLayerCount);
        structure.cacheBits().ifPresent(message::setCacheBits);
    }

    private static AcceleratorRequest accelerators(AskedAccelerators asked) {
        AcceleratorRequest.Builder message =
                AcceleratorRequest.newBuilder().setAccelerator(asked.kind()).setVendor(asked.vendor());
        asked.perReplica().ifPresent(message::setAcceleratorsPerReplica);
        asked.nodes().ifPresent(message::setNodeCount);
        return message.build();
    }

    private static void needs(ServiceNeeds needs, Workload.Builder message) {
        needs.replicas().ifPresent(message::setReplicaCount);
        needs.latencyObjective().ifPresent(objective -> message.setLatencyObjective(duration(objective)));
        needs.computeLatency().ifPresent(latency -> message.setComputeLatency(duration(latency)));
        needs.concurrentRequests().ifPresent(message::setConcurrentRequests);
        needs.contextTokens().ifPresent(message::setContextTokens);
        needs.utilizationPercent().ifPresent(message::setUtilizationPercent);
        needs.duration().ifPresent(duration -> message.setDuration(duration(duration)));
        needs.promptTokens().ifPresent(message::setPromptTokens);
        needs.monthlyRunHours().ifPresent(message::setMonthlyRunHours);
    }

    private static void surroundings(Surroundings surroundings, Workload.Builder message) {
        surroundings.runsOnDevice().ifPresent(message::setRunsOnDevice);
        surroundings.mustWorkOffline().ifPresent(message::setMustWorkOffline);
        surroundings.dataMayNotLeave().ifPresent(message::setDataMayNotLeave);
        surroundings.needsFrequentUpdates().ifPresent(message::setNeedsFrequentUpdates);
        message.addAllJurisdictions(surroundings.jurisdictions());
        surroundings
                .users()
                .ifPresent(users -> message.setUsersLocation(
                        LatLng.newBuilder().setLatitude(users.latitude()).setLongitude(users.longitude())));
        surroundings.hourlyInputBytes().ifPresent(message::setHourlyInputBytes);
        surroundings.monthlyEgressBytes().ifPresent(message::setMonthlyEgressBytes);
        surroundings.deviceCapitalUsd().ifPresent(capital -> message.setDeviceCapital(Decimals.usd(capital)));
        surroundings.transportUsdPerGb().ifPresent(price -> message.setTransportUnitPrice(Decimals.usd(price)));
    }

    static Duration duration(java.time.Duration duration) {
        return Duration.newBuilder()
                .setSeconds(duration.getSeconds())
                .setNanos(duration.getNano())
                .build();
    }
}
