package dev.emplace.pricing.grpc;

import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.pricing.domain.accelerators.AliasTable;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.quotes.SiteConditions;
import dev.emplace.pricing.domain.quotes.Sites;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a caller knows of its sites. */
record SiteConditionsReader(AliasTable accelerators) {

    private static final String FIELD = "site_conditions";
    private static final BigDecimal WORST_PUE = BigDecimal.TEN;

    Sites read(List<dev.emplace.api.pricing.v1.SiteConditions> messages) {
        var conditions = new ArrayList<SiteConditions>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            conditions.add(read(FIELD + "[" + i + "]", messages.get(i)));
        }
        try {
            return Sites.of(conditions);
        } catch (IllegalArgumentException twice) {
            throw new InvalidFieldException(FIELD, String.valueOf(twice.getMessage()));
        }
    }

    private SiteConditions read(String field, dev.emplace.api.pricing.v1.SiteConditions message) {
        return new SiteConditions(
                RequirementReader.site(message.getSite()),
                accelerator(field + ".accelerator", message.getAccelerator()),
                message.getDrawWattsPerAccelerator() == 0
                        ? Optional.empty()
                        : Optional.of(BigDecimal.valueOf(message.getDrawWattsPerAccelerator())),
                message.hasPue() ? Optional.of(pue(field + ".pue", message)) : Optional.empty(),
                message.hasEnergyUnitPrice()
                        ? Optional.of(Amounts.usd(field + ".energy_unit_price", message.getEnergyUnitPrice()))
                                .map(Money::amount)
                        : Optional.empty());
    }

    private Optional<String> accelerator(String field, String name) {
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        AcceleratorNames.resolve(accelerators, field, name).id());
    }

    private static BigDecimal pue(String field, dev.emplace.api.pricing.v1.SiteConditions message) {
        var pue = Amounts.decimal(field, message.getPue());
        if (pue.compareTo(BigDecimal.ONE) < 0 || pue.compareTo(WORST_PUE) > 0) {
            throw new InvalidFieldException(
                    field, "is " + pue.toPlainString() + "; must lie within 1 and " + WORST_PUE);
        }
        return pue;
    }
}
