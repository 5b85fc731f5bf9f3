package dev.emplace.workload.grpc;

import com.google.protobuf.Duration;
import com.google.type.LatLng;
import com.google.type.Money;
import dev.emplace.api.workload.v1.AcceleratorRequest;
import dev.emplace.api.workload.v1.Activity;
import dev.emplace.api.workload.v1.Model;
import dev.emplace.api.workload.v1.Workload;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.workload.clients.Decimals;
import dev.emplace.workload.domain.workload.AskedAccelerators;
import dev.emplace.workload.domain.workload.Coordinates;
import dev.emplace.workload.domain.workload.ModelFacts;
import dev.emplace.workload.domain.workload.ModelStructure;
import dev.emplace.workload.domain.workload.ServiceNeeds;
import dev.emplace.workload.domain.workload.Surroundings;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads the explicit facts of a request. */
final class WorkloadMessages {
    private static final BigDecimal DEAREST_TRANSPORT = BigDecimal.valueOf(1_000);

    private WorkloadMessages() {}

    static dev.emplace.workload.domain.workload.Workload read(Workload message) {
        return new dev.emplace.workload.domain.workload.Workload(
                message.getDisplayName(),
                activity(message.getActivity()),
                when(message.hasRecurring(), message.getRecurring()),
                when(message.hasPretrained(), message.getPretrained()),
                when(message.hasRestartable(), message.getRestartable()),
                model(message.getModel()),
                accelerators(message.getAccelerators()),
                needs(message),
                surroundings(message));
    }

    private static <T> Optional<T> when(boolean present, T value) {
        return present ? Optional.of(value) : Optional.empty();
    }

    private static dev.emplace.workload.domain.workload.Activity activity(Activity activity) {
        return switch (activity) {
            case ACTIVITY_UNSPECIFIED, UNRECOGNIZED -> dev.emplace.workload.domain.workload.Activity.UNKNOWN;
            case ACTIVITY_TRAINING -> dev.emplace.workload.domain.workload.Activity.TRAINING;
            case ACTIVITY_FINE_TUNING -> dev.emplace.workload.domain.workload.Activity.FINE_TUNING;
            case ACTIVITY_EXPERIMENT -> dev.emplace.workload.domain.workload.Activity.EXPERIMENT;
            case ACTIVITY_DEVELOPMENT -> dev.emplace.workload.domain.workload.Activity.DEVELOPMENT;
            case ACTIVITY_SERVING -> dev.emplace.workload.domain.workload.Activity.SERVING;
            case ACTIVITY_BATCH_INFERENCE -> dev.emplace.workload.domain.workload.Activity.BATCH_INFERENCE;
            case ACTIVITY_OTHER -> dev.emplace.workload.domain.workload.Activity.OTHER;
        };
    }

    private static ModelFacts model(Model model) {
        return new ModelFacts(
                model.getName(),
                when(model.hasParameterCount(), model.getParameterCount()),
                when(model.hasWeightBits(), model.getWeightBits()),
                when(model.hasLayerCount(), model.getLayerCount()),
                when(model.hasHiddenSize(), model.getHiddenSize()),
                when(model.hasAttentionHeadCount(), model.getAttentionHeadCount()),
                when(model.hasKeyValueHeadCount(), model.getKeyValueHeadCount()),
                when(model.hasPassFlops(), model.getPassFlops()),
                structure(model));
    }

    private static ModelStructure structure(Model model) {
        return new ModelStructure(
                when(model.hasActiveParameterCount(), model.getActiveParameterCount()),
                when(model.hasExpertCount(), model.getExpertCount()),
                when(model.hasActiveExpertCount(), model.getActiveExpertCount()),
                when(model.hasHeadDim(), model.getHeadDim()),
                when(model.hasLatentSize(), model.getLatentSize()),
                when(model.hasWindowTokens(), model.getWindowTokens()),
                when(model.hasWindowedLayerCount(), model.getWindowedLayerCount()),
                when(model.hasCacheBits(), model.getCacheBits()));
    }

    private static AskedAccelerators accelerators(AcceleratorRequest asked) {
        return new AskedAccelerators(
                asked.getAccelerator(),
                asked.getVendor(),
                when(asked.hasAcceleratorsPerReplica(), asked.getAcceleratorsPerReplica()),
                when(asked.hasNodeCount(), asked.getNodeCount()));
    }

    private static ServiceNeeds needs(Workload message) {
        return new ServiceNeeds(
                when(message.hasReplicaCount(), message.getReplicaCount()),
                duration(message.hasLatencyObjective(), message.getLatencyObjective()),
                duration(message.hasComputeLatency(), message.getComputeLatency()),
                when(message.hasConcurrentRequests(), message.getConcurrentRequests()),
                when(message.hasContextTokens(), message.getContextTokens()),
                when(message.hasUtilizationPercent(), message.getUtilizationPercent()),
                duration(message.hasDuration(), message.getDuration()),
                when(message.hasPromptTokens(), message.getPromptTokens()),
                when(message.hasMonthlyRunHours(), message.getMonthlyRunHours()));
    }

    private static Surroundings surroundings(Workload message) {
        return new Surroundings(
                when(message.hasRunsOnDevice(), message.getRunsOnDevice()),
                when(message.hasMustWorkOffline(), message.getMustWorkOffline()),
                when(message.hasDataMayNotLeave(), message.getDataMayNotLeave()),
                when(message.hasNeedsFrequentUpdates(), message.getNeedsFrequentUpdates()),
                message.getJurisdictionsList(),
                when(message.hasUsersLocation(), message.getUsersLocation()).map(WorkloadMessages::place),
                when(message.hasHourlyInputBytes(), message.getHourlyInputBytes()),
                when(message.hasMonthlyEgressBytes(), message.getMonthlyEgressBytes()),
                when(message.hasDeviceCapital(), message.getDeviceCapital())
                        .map(capital -> usd("device_capital", capital)),
                when(message.hasTransportUnitPrice(), message.getTransportUnitPrice())
                        .map(WorkloadMessages::transport));
    }

    private static Optional<java.time.Duration> duration(boolean present, Duration duration) {
        return when(present, java.time.Duration.ofSeconds(duration.getSeconds(), duration.getNanos()));
    }

    private static Coordinates place(LatLng place) {
        try {
            return new Coordinates(place.getLatitude(), place.getLongitude());
        } catch (IllegalArgumentException offTheGlobe) {
            throw new InvalidFieldException("users_location", String.valueOf(offTheGlobe.getMessage()));
        }
    }

    private static BigDecimal transport(Money price) {
        BigDecimal usd = usd("transport_unit_price", price);
        if (usd.compareTo(DEAREST_TRANSPORT) > 0) {
            throw new InvalidFieldException(
                    "transport_unit_price",
                    "must be at most " + DEAREST_TRANSPORT + " USD for a gigabyte, not " + usd.toPlainString());
        }
        return usd;
    }

    /** An amount in dollars; other currencies would need a dated rate. */
    static BigDecimal usd(String field, Money money) {
        boolean dollars =
                money.getCurrencyCode().isEmpty() || money.getCurrencyCode().equals("USD");
        BigDecimal amount = Decimals.of(money);
        if (!dollars || amount.signum() < 0) {
            throw new InvalidFieldException(
                    field,
                    "must be an amount of at least 0 in USD, not " + amount.toPlainString() + " "
                            + money.getCurrencyCode());
        }
        return amount;
    }
}
