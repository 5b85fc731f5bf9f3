package dev.emplace.pricing.domain.quotes;

import dev.emplace.pricing.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * Turns surcharges into lines.
 *
 * @param currency of the lines before them
 */
record SurchargeLines(Purchase purchase, String currency) {

    QuoteLine line(Surcharge surcharge, BigDecimal sumBefore) {
        var amount = surcharge.amount();
        if (amount instanceof Surcharge.Share share) {
            return QuoteLine.product(
                    LineKind.SURCHARGE,
                    surcharge.name(),
                    currency,
                    Factor.of("share", share.share(), "", "request"),
                    Factor.of("lines_before", sumBefore, currency, "the sum of the lines before"));
        }
        if (amount instanceof Surcharge.PerMonth month) {
            return charged(
                    surcharge,
                    month.price(),
                    "/month",
                    Factor.of("months", purchase.usage().months(), "month", "request"));
        }
        if (amount instanceof Surcharge.PerMachineHour hour) {
            return charged(surcharge, hour.price(), "/h", purchase.machineHours());
        }
        var accelerators = new Factor(
                "accelerators_per_machine",
                purchase.offer().instance().acceleratorCount(),
                List.of(new Input(
                        "accelerators_per_machine", purchase.offer().instance().acceleratorCount(), "", "offer")));
        var hour = (Surcharge.PerAcceleratorHour) amount;
        var price = price(hour.price(), "/h");
        return QuoteLine.product(
                LineKind.SURCHARGE,
                surcharge.name(),
                hour.price().currency(),
                price,
                accelerators,
                purchase.machineHours());
    }

    private static QuoteLine charged(Surcharge surcharge, Money price, String per, Factor times) {
        return QuoteLine.product(LineKind.SURCHARGE, surcharge.name(), price.currency(), price(price, per), times);
    }

    private static Factor price(Money price, String per) {
        return Factor.of("surcharge_price", price.amount(), price.currency() + per, "request");
    }
}
