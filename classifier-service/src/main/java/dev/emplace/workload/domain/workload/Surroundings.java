package dev.emplace.workload.domain.workload;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Where a workload's users and data are, and what that forbids.
 *
 * @param jurisdictions where its data may be: ISO 3166-1 alpha-2 codes, or EU, EEA; empty is anywhere
 * @param hourlyInputBytes what must be brought to it in an hour
 * @param deviceCapitalUsd what one device for the edge would cost
 * @param transportUsdPerGb what bringing one gigabyte of input over a network costs its owner
 */
public record Surroundings(
        Optional<Boolean> runsOnDevice,
        Optional<Boolean> mustWorkOffline,
        Optional<Boolean> dataMayNotLeave,
        Optional<Boolean> needsFrequentUpdates,
        List<String> jurisdictions,
        Optional<Coordinates> users,
        Optional<Long> hourlyInputBytes,
        Optional<Long> monthlyEgressBytes,
        Optional<BigDecimal> deviceCapitalUsd,
        Optional<BigDecimal> transportUsdPerGb) {
    public static final Surroundings UNKNOWN = new Surroundings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Surroundings {
        jurisdictions = List.copyOf(jurisdictions);
    }

    Surroundings overriddenBy(Surroundings stated) {
        return new Surroundings(
                Known.first(stated.runsOnDevice, runsOnDevice),
                Known.first(stated.mustWorkOffline, mustWorkOffline),
                Known.first(stated.dataMayNotLeave, dataMayNotLeave),
                Known.first(stated.needsFrequentUpdates, needsFrequentUpdates),
                stated.jurisdictions.isEmpty() ? jurisdictions : stated.jurisdictions,
                Known.first(stated.users, users),
                Known.first(stated.hourlyInputBytes, hourlyInputBytes),
                Known.first(stated.monthlyEgressBytes, monthlyEgressBytes),
                Known.first(stated.deviceCapitalUsd, deviceCapitalUsd),
                Known.first(stated.transportUsdPerGb, transportUsdPerGb));
    }
}
