package dev.emplace.pricing.grpc;

import com.google.protobuf.Duration;
import dev.emplace.api.pricing.v1.CommitmentWorth;
import dev.emplace.api.pricing.v1.Rework;
import dev.emplace.api.pricing.v1.ReworkMethod;
import dev.emplace.api.pricing.v1.UnitPrice;
import dev.emplace.pricing.domain.quotes.Quote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What a quote says beside its lines, as the contract shows it. */
final class QuoteParts {

    /** Of ratios: enough to compute with, few enough to read. */
    private static final int RATIO_DIGITS = 9;

    private QuoteParts() {}

    static Rework message(dev.emplace.pricing.domain.quotes.Rework rework) {
        var message = Rework.newBuilder()
                .setMethod(method(rework.method()))
                .setInterruptionRatePerHour(Amounts.message(rework.rate()))
                .setBilledShare(ratio(rework.billedShare()))
                .setElapsedShare(ratio(rework.elapsedShare()));
        rework.interval()
                .map(interval ->
                        Duration.newBuilder().setSeconds(interval.getSeconds()).setNanos(interval.getNano()))
                .ifPresent(message::setCheckpointInterval);
        return message.build();
    }

    static CommitmentWorth message(dev.emplace.pricing.domain.quotes.CommitmentWorth worth) {
        return CommitmentWorth.newBuilder()
                .setOnDemandOffer(worth.onDemand()
                        .offer()
                        .map(offer -> OfferMessages.COLLECTION + offer.id())
                        .orElse(""))
                .setOnDemandUnitPrice(Amounts.message(worth.onDemand().price()))
                .setCommittedUnitPrice(Amounts.message(worth.committed()))
                .setBreakEvenUtilization(ratio(worth.breakEven()))
                .setSavingPrice(Amounts.message(worth.saving()))
                .build();
    }

    static List<UnitPrice> unitPrices(Quote quote) {
        return quote.achieved().stream()
                .map(each -> UnitPrice.newBuilder()
                        .setUnit(each.unit())
                        .setQuantity(Amounts.message(each.quantity()))
                        .setPrice(Amounts.message(quote.total().dividedBy(each.quantity())))
                        .setFormula(each.formula())
                        .build())
                .toList();
    }

    static com.google.type.Decimal ratio(BigDecimal value) {
        return Amounts.message(value.setScale(RATIO_DIGITS, RoundingMode.HALF_EVEN));
    }

    private static ReworkMethod method(dev.emplace.pricing.domain.quotes.Rework.Method method) {
        return switch (method) {
            case YOUNG -> ReworkMethod.REWORK_METHOD_YOUNG;
            case DALY -> ReworkMethod.REWORK_METHOD_DALY;
            case WITHOUT_CHECKPOINTS -> ReworkMethod.REWORK_METHOD_WITHOUT_CHECKPOINTS;
        };
    }
}
