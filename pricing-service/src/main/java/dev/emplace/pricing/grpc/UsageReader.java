package dev.emplace.pricing.grpc;

import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.pricing.domain.quotes.EgressVolume;
import dev.emplace.pricing.domain.quotes.Usage;
import java.math.BigDecimal;
import java.time.Duration;

/** Reads what is done with the machines. */
final class UsageReader {

    private UsageReader() {}

    static Usage read(String field, dev.emplace.api.pricing.v1.Usage message) {
        try {
            return new Usage(
                    message.getAcceleratorCount(),
                    Duration.ofSeconds(
                            message.getDuration().getSeconds(),
                            message.getDuration().getNanos()),
                    utilization(field + ".utilization", message),
                    new EgressVolume(message.getMonthlyEgressBytes(), message.getMonthlyPriorEgressBytes()),
                    new TermsReader(field, message).read());
        } catch (IllegalArgumentException refused) {
            // The contract's own rules have passed by now; what is left is named by its message.
            throw new InvalidFieldException(field, String.valueOf(refused.getMessage()));
        }
    }

    private static BigDecimal utilization(String field, dev.emplace.api.pricing.v1.Usage message) {
        if (!message.hasUtilization()) {
            return BigDecimal.ONE;
        }
        var utilization = Amounts.decimal(field, message.getUtilization());
        if (utilization.signum() <= 0 || utilization.compareTo(BigDecimal.ONE) > 0) {
            throw new InvalidFieldException(
                    field, "is " + utilization.toPlainString() + "; must lie above 0 and at most at 1");
        }
        return utilization;
    }
}
