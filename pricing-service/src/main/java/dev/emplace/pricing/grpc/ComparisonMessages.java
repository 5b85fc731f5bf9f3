package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.DeploymentCost;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.SavingSensitivity;
import dev.emplace.api.pricing.v1.UtilizationRange;
import dev.emplace.pricing.domain.comparison.Comparison;
import dev.emplace.pricing.domain.comparison.Statement;
import dev.emplace.pricing.domain.money.Money;
import java.util.Optional;

/** Comparisons as the contract shows them. */
final class ComparisonMessages {

    private ComparisonMessages() {}

    /**
     * @param spend of the baseline a month, at the scale in question
     */
    static DeploymentCost message(Offer offer, Comparison comparison, Optional<Money> spend) {
        var message = DeploymentCost.newBuilder()
                .setQuote(QuoteMessages.message(offer, comparison.quote()))
                .setMonthlyPrice(Amounts.message(comparison.monthly()))
                .setMonthlySavingPrice(Amounts.message(comparison.monthlySaving()))
                .setSavingShare(QuoteParts.ratio(comparison.savingShare()))
                .setStatement(Statement.of(comparison));
        comparison.breakEven().map(Amounts::message).ifPresent(message::setBreakEvenUtilization);
        comparison.breakEvenAcceleratorHours().map(Amounts::message).ifPresent(message::setBreakEvenAcceleratorHours);
        comparison.cheaper().map(ComparisonMessages::message).ifPresent(message::setCheaperRange);
        comparison.claimed().map(ComparisonMessages::message).ifPresent(message::setClaimedRange);
        comparison.flippingChange().map(QuoteParts::ratio).ifPresent(message::setFlippingPriceChange);
        comparison.flippingBaselineChange().map(QuoteParts::ratio).ifPresent(message::setFlippingBaselinePriceChange);
        comparison.sensitivities().forEach(each -> message.addSensitivities(message(each)));
        spend.map(amount -> Money.rounded(
                        amount.currency(), amount.amount().multiply(comparison.savingShare(), Money.PRECISION)))
                .map(Amounts::message)
                .ifPresent(message::setSpendSavingPrice);
        return message.build();
    }

    private static UtilizationRange message(dev.emplace.pricing.domain.comparison.UtilizationRange range) {
        return UtilizationRange.newBuilder()
                .setMinimum(Amounts.message(range.minimum()))
                .setMaximum(Amounts.message(range.maximum()))
                .build();
    }

    private static SavingSensitivity message(dev.emplace.pricing.domain.comparison.SavingSensitivity sensitivity) {
        return SavingSensitivity.newBuilder()
                .setInput(sensitivity.input())
                .setLowValue(Amounts.message(sensitivity.low()))
                .setHighValue(Amounts.message(sensitivity.high()))
                .setLowValueSavingShare(QuoteParts.ratio(sensitivity.savingAtLow()))
                .setHighValueSavingShare(QuoteParts.ratio(sensitivity.savingAtHigh()))
                .setFlips(sensitivity.flips())
                .build();
    }
}
