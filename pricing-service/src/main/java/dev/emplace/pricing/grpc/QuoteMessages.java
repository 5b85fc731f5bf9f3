package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.Quote;
import dev.emplace.api.pricing.v1.QuoteInput;
import dev.emplace.api.pricing.v1.QuoteLine;
import dev.emplace.api.pricing.v1.QuoteLineKind;
import dev.emplace.pricing.domain.quotes.Input;
import dev.emplace.pricing.domain.quotes.LineKind;

/** Quotes as the contract shows them. */
final class QuoteMessages {

    private QuoteMessages() {}

    static Quote message(Offer offer, dev.emplace.pricing.domain.quotes.Quote quote) {
        var message = Quote.newBuilder()
                .setOffer(offer)
                .setMachineCount(Math.toIntExact(quote.machines()))
                .setSpareAcceleratorCount(Amounts.message(quote.spareAccelerators()))
                .addAllLines(quote.lines().stream().map(QuoteMessages::message).toList())
                .setTotalPrice(Amounts.message(quote.total()))
                .setHourlyPrice(Amounts.message(quote.perHour()))
                .setUsefulAcceleratorHourPrice(Amounts.message(quote.perUsefulAcceleratorHour()))
                .addAllNotIncluded(quote.notIncluded());
        quote.committed().map(Amounts::message).ifPresent(message::setCommittedPrice);
        quote.rework().map(QuoteParts::message).ifPresent(message::setRework);
        quote.worth().map(QuoteParts::message).ifPresent(message::setCommitmentWorth);
        message.addAllUnitPrices(QuoteParts.unitPrices(quote));
        return message.build();
    }

    static QuoteLine message(dev.emplace.pricing.domain.quotes.QuoteLine line) {
        return QuoteLine.newBuilder()
                .setKind(kind(line.kind()))
                .setDescription(line.description())
                .setAmount(Amounts.message(line.amount()))
                .setFormula(line.formula())
                .addAllInputs(line.inputs().stream().map(QuoteMessages::message).toList())
                .build();
    }

    private static QuoteInput message(Input input) {
        return QuoteInput.newBuilder()
                .setName(input.name())
                .setValue(Amounts.message(input.value()))
                .setUnit(input.unit())
                .setSource(input.source())
                .build();
    }

    private static QuoteLineKind kind(LineKind kind) {
        return switch (kind) {
            case COMPUTE -> QuoteLineKind.QUOTE_LINE_KIND_COMPUTE;
            case IDLE -> QuoteLineKind.QUOTE_LINE_KIND_IDLE;
            case EGRESS -> QuoteLineKind.QUOTE_LINE_KIND_EGRESS;
            case UPFRONT -> QuoteLineKind.QUOTE_LINE_KIND_UPFRONT;
            case CAPITAL -> QuoteLineKind.QUOTE_LINE_KIND_CAPITAL;
            case RENT -> QuoteLineKind.QUOTE_LINE_KIND_RENT;
            case ENERGY -> QuoteLineKind.QUOTE_LINE_KIND_ENERGY;
            case OPERATIONS -> QuoteLineKind.QUOTE_LINE_KIND_OPERATIONS;
            case REWORK -> QuoteLineKind.QUOTE_LINE_KIND_REWORK;
            case BILLING_INCREMENT -> QuoteLineKind.QUOTE_LINE_KIND_BILLING_INCREMENT;
            case IDLE_RESERVATION -> QuoteLineKind.QUOTE_LINE_KIND_IDLE_RESERVATION;
            case STAGING -> QuoteLineKind.QUOTE_LINE_KIND_STAGING;
            case STORAGE -> QuoteLineKind.QUOTE_LINE_KIND_STORAGE;
            case SUNK -> QuoteLineKind.QUOTE_LINE_KIND_SUNK;
            case SURCHARGE -> QuoteLineKind.QUOTE_LINE_KIND_SURCHARGE;
        };
    }
}
