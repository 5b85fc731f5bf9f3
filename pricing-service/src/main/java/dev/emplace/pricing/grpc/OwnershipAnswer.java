package dev.emplace.pricing.grpc;

import com.google.type.Decimal;
import dev.emplace.api.pricing.v1.EstimateOwnershipCostRequest;
import dev.emplace.api.pricing.v1.EstimateOwnershipCostResponse;
import dev.emplace.api.pricing.v1.OwnershipPoint;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.ownership.OwnershipSensitivity;
import dev.emplace.pricing.domain.quotes.OwnershipEstimate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What EstimateOwnershipCost answers. */
record OwnershipAnswer(CatalogSnapshot catalog, EstimateOwnershipCostRequest request) {

    private static final BigDecimal LEAST_UTILIZATION = new BigDecimal("0.0001");
    private static final BigDecimal USUAL_STEP = new BigDecimal("0.1");

    EstimateOwnershipCostResponse answer() {
        var ownership = new OwnershipReader(catalog, "ownership", request.getOwnership()).read();
        var utilizations = utilizations();
        var band = Optional.of(request)
                .filter(EstimateOwnershipCostRequest::hasPublishedBand)
                .map(each -> Bands.prices("published_band", each.getPublishedBand()));
        var step = step();
        var estimate = OwnershipEstimate.of(ownership);
        var answer = EstimateOwnershipCostResponse.newBuilder()
                .addAllLines(
                        estimate.lines().stream().map(QuoteMessages::message).toList())
                .setNodeHourPrice(Amounts.message(estimate.perNodeHour()))
                .setNodeYearPrice(Amounts.message(estimate.perNodeYear()))
                .setRevision(catalog.revision());
        for (var utilization : utilizations) {
            var price = estimate.perUsefulAcceleratorHour(utilization);
            var point = OwnershipPoint.newBuilder()
                    .setUtilization(Amounts.message(utilization))
                    .setUsefulAcceleratorHourPrice(Amounts.message(price));
            band.map(each -> Bands.message(each.position(price.amount()))).ifPresent(point::setBandPosition);
            answer.addPoints(point);
        }
        OwnershipSensitivity.of(ownership, utilizations.get(0), step)
                .forEach(each -> answer.addSensitivities(message(ownership.currency(), each)));
        return answer.build();
    }

    private List<BigDecimal> utilizations() {
        return IntStream.range(0, request.getUtilizationsCount())
                .mapToObj(i -> Amounts.within(
                        "utilizations[" + i + "]", request.getUtilizations(i), LEAST_UTILIZATION, BigDecimal.ONE))
                .toList();
    }

    private BigDecimal step() {
        return request.hasSensitivityStep() ? step("sensitivity_step", request.getSensitivityStep()) : USUAL_STEP;
    }

    static BigDecimal step(String field, Decimal message) {
        var step = Amounts.decimal(field, message);
        if (step.signum() <= 0 || step.compareTo(BigDecimal.ONE) >= 0) {
            throw new InvalidFieldException(field, "is " + step.toPlainString() + "; must lie above 0 and below 1");
        }
        return step;
    }

    private static dev.emplace.api.pricing.v1.OwnershipSensitivity message(
            String currency, OwnershipSensitivity sensitivity) {
        return dev.emplace.api.pricing.v1.OwnershipSensitivity.newBuilder()
                .setInput(sensitivity.input())
                .setLowValue(Amounts.message(sensitivity.low()))
                .setHighValue(Amounts.message(sensitivity.high()))
                .setLowValuePrice(Amounts.message(Money.rounded(currency, sensitivity.atLow())))
                .setHighValuePrice(Amounts.message(Money.rounded(currency, sensitivity.atHigh())))
                .build();
    }
}
