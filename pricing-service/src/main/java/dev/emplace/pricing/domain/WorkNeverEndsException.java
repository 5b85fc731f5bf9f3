package dev.emplace.pricing.domain;

import dev.emplace.platform.errors.Failure;
import dev.emplace.pricing.domain.offers.Offer;
import java.math.BigDecimal;
import java.util.Map;

/** Interrupted as often as stated, the work would take more than a thousand times its hours. */
public final class WorkNeverEndsException extends Failure {

    public WorkNeverEndsException(Offer offer, BigDecimal ratePerHour) {
        super(
                PricingReason.WORK_NEVER_ENDS,
                "at " + ratePerHour.toPlainString() + " interruptions an hour the work would take more than 1000 times"
                        + " its hours at offer '" + offer.id() + "'; write checkpoints more often, use fewer machines,"
                        + " or quote an offer that is not spot",
                Map.of("offer", offer.id(), "interruption_rate_per_hour", ratePerHour.toPlainString()));
    }
}
