package dev.emplace.pricing.grpc;

import com.google.protobuf.Duration;
import com.google.type.Decimal;
import dev.emplace.api.pricing.v1.Usage;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.quotes.Billing;
import dev.emplace.pricing.domain.quotes.CommitmentUse;
import dev.emplace.pricing.domain.quotes.Interruptions;
import dev.emplace.pricing.domain.quotes.Interruptions.Checkpoints;
import dev.emplace.pricing.domain.quotes.StoredData;
import dev.emplace.pricing.domain.quotes.Surcharge;
import dev.emplace.pricing.domain.quotes.Terms;
import dev.emplace.pricing.domain.quotes.Throughput;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads on which terms machines are used.
 *
 * @param field the usage's path in the request, for errors
 */
record TermsReader(String field, Usage message) {

    private static final BigDecimal LEAST_RATE = new BigDecimal("0.000000001");
    private static final BigDecimal MOST_INTERRUPTIONS = BigDecimal.valueOf(60);
    private static final BigDecimal DEAREST = new BigDecimal("1000000");
    private static final BigDecimal FASTEST = new BigDecimal("1000000000000");

    Terms read() {
        return new Terms(
                message.getReleaseWhenIdle(),
                message.hasInterruptions() ? Optional.of(interruptions()) : Optional.empty(),
                billing(),
                data(),
                IntStream.range(0, message.getSurchargesCount())
                        .mapToObj(i -> surcharge(field + ".surcharges[" + i + "]", message.getSurcharges(i)))
                        .toList(),
                throughput(),
                message.hasCommitment() ? commitment() : CommitmentUse.FULL);
    }

    private Interruptions interruptions() {
        var stated = message.getInterruptions();
        var path = field + ".interruptions";
        return new Interruptions(
                Amounts.within(
                        path + ".machine_rate_per_hour",
                        stated.getMachineRatePerHour(),
                        LEAST_RATE,
                        MOST_INTERRUPTIONS),
                checkpoints(path),
                duration(stated.getRestartDuration()),
                duration(stated.getWaitDuration()));
    }

    private Optional<Checkpoints> checkpoints(String path) {
        var stated = message.getInterruptions();
        if (stated.getWithoutCheckpoints()) {
            if (stated.hasCheckpointInterval() || stated.hasCheckpointDuration()) {
                throw new InvalidFieldException(
                        path + ".without_checkpoints",
                        "is true; leave out checkpoint_interval and checkpoint_duration");
            }
            return Optional.empty();
        }
        if (!stated.hasCheckpointDuration()) {
            throw new InvalidFieldException(
                    path + ".checkpoint_duration",
                    "is absent; say what writing a checkpoint takes, or that there are none: without_checkpoints");
        }
        var interval = stated.hasCheckpointInterval()
                ? Optional.of(duration(stated.getCheckpointInterval()))
                : Optional.<java.time.Duration>empty();
        return Optional.of(new Checkpoints(interval, duration(stated.getCheckpointDuration())));
    }

    private Billing billing() {
        var stated = message.getBilling();
        return new Billing(
                Math.max(1, stated.getRunCount()),
                duration(stated.getIncrement()),
                duration(stated.getMinimum()),
                duration(stated.getIdleReservationDuration()));
    }

    private StoredData data() {
        var stated = message.getStoredData();
        var path = field + ".stored_data";
        return new StoredData(
                stated.getStagingBytes(),
                stated.hasStagingGibibytePrice()
                        ? Optional.of(price(path + ".staging_gibibyte_price", stated.getStagingGibibytePrice()))
                        : Optional.empty(),
                stated.getStorageBytes(),
                stated.hasStorageGibibyteMonthPrice()
                        ? Optional.of(
                                price(path + ".storage_gibibyte_month_price", stated.getStorageGibibyteMonthPrice()))
                        : Optional.empty());
    }

    private static Surcharge surcharge(String path, dev.emplace.api.pricing.v1.Surcharge stated) {
        var amount = switch (stated.getAmountCase()) {
            case SHARE ->
                new Surcharge.Share(
                        Amounts.within(path + ".share", stated.getShare(), BigDecimal.ZERO, BigDecimal.TEN));
            case MONTH_PRICE -> new Surcharge.PerMonth(price(path + ".month_price", stated.getMonthPrice()));
            case MACHINE_HOUR_PRICE ->
                new Surcharge.PerMachineHour(price(path + ".machine_hour_price", stated.getMachineHourPrice()));
            case ACCELERATOR_HOUR_PRICE ->
                new Surcharge.PerAcceleratorHour(
                        price(path + ".accelerator_hour_price", stated.getAcceleratorHourPrice()));
            case AMOUNT_NOT_SET -> throw new InvalidFieldException(path + ".amount", "is absent; give one");
        };
        return new Surcharge(stated.getDisplayName(), amount);
    }

    private Throughput throughput() {
        var stated = message.getThroughput();
        var path = field + ".throughput";
        return new Throughput(
                stated.hasTokensPerSecond()
                        ? Optional.of(positive(path + ".tokens_per_second", stated.getTokensPerSecond(), FASTEST))
                        : Optional.empty(),
                stated.hasRequestsPerSecond()
                        ? Optional.of(positive(path + ".requests_per_second", stated.getRequestsPerSecond(), FASTEST))
                        : Optional.empty(),
                stated.hasTrainingRunCount()
                        ? Optional.of(positive(path + ".training_run_count", stated.getTrainingRunCount(), FASTEST))
                        : Optional.empty());
    }

    private CommitmentUse commitment() {
        var stated = message.getCommitment();
        var path = field + ".commitment";
        return new CommitmentUse(
                stated.hasCoverage()
                        ? positive(path + ".coverage", stated.getCoverage(), BigDecimal.ONE)
                        : BigDecimal.ONE,
                stated.getAlreadyOwned(),
                stated.hasOnDemandUnitPrice()
                        ? Optional.of(priced(path + ".on_demand_unit_price", stated.getOnDemandUnitPrice()))
                        : Optional.empty());
    }

    private static BigDecimal positive(String path, Decimal message, BigDecimal most) {
        return Amounts.within(path, message, LEAST_RATE, most);
    }

    private static Money price(String path, com.google.type.Money message) {
        return Amounts.usd(path, message, DEAREST);
    }

    private static Money priced(String path, com.google.type.Money message) {
        var price = price(path, message);
        if (!price.isPositive()) {
            throw new InvalidFieldException(path, "is zero; must be above it, or absent for the catalog's");
        }
        return price;
    }

    private static java.time.Duration duration(Duration message) {
        return java.time.Duration.ofSeconds(message.getSeconds(), message.getNanos());
    }
}
