package dev.emplace.pricing.domain.offers;

import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.ownership.OwnershipTariff;
import dev.emplace.pricing.domain.places.Region;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that can be had, in one place, on one set of terms, at one price.
 *
 * @param id stable across price changes, such as {@code aws.us-east-1.p5-48xlarge.on-demand}
 * @param zone inside the region, where the price is that of a zone
 * @param commitment what the buyer binds itself to; present for terms only
 * @param minimumInstances the fewest that are sold together
 * @param ownership the tariff that the price is computed from; present exactly for what is owned and has a price
 */
public record Offer(
        String id,
        Region region,
        Optional<String> zone,
        Instance instance,
        CommercialModel model,
        Optional<Commitment> commitment,
        int minimumInstances,
        Price price,
        PriceBasis basis,
        Source source,
        Optional<OwnershipTariff> ownership) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,190}");

    public Offer {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "offer id '" + id + "' is not lower-case letters, digits, and . _ - between them, at most 191");
        }
        if (minimumInstances < 1) {
            throw new IllegalArgumentException("minimum_instances is " + minimumInstances + ", but must be at least 1");
        }
        if (ownership.isPresent() != (model == CommercialModel.OWNED && price instanceof Price.Hourly)) {
            throw new IllegalArgumentException("offer '" + id + "' is " + model + ", but a cost of ownership belongs to"
                    + " OWNED offers, and to all of them that have a price");
        }
        if (commitment.isPresent() && !takesCommitment(model)) {
            throw new IllegalArgumentException("offer '" + id + "' is " + model + " and yet has a commitment");
        }
    }

    /** Whether only the readers of its source, which is a contracted sheet, may see it. */
    public boolean isContracted() {
        return basis == PriceBasis.CONTRACTED;
    }

    /** What one accelerator costs by the hour, host and all; absent without a price or without accelerators. */
    public Optional<Money> pricePerAcceleratorHour() {
        return hourlyPrice()
                .filter(perInstance -> hasAccelerators())
                .map(perInstance -> perInstance.dividedBy(instance.acceleratorCount()));
    }

    public Optional<Money> hourlyPrice() {
        return price instanceof Price.Hourly hourly ? Optional.of(hourly.perInstance()) : Optional.empty();
    }

    /** For how long taking the offer binds: the term of a commitment, the life of what is bought, else not at all. */
    public Optional<Duration> boundFor() {
        return commitment.map(terms -> terms.term().duration()).or(() -> ownership.map(OwnershipTariff::life));
    }

    public Confidence confidence(LocalDate today) {
        return Confidence.of(basis, source.observed(), today);
    }

    /** The same, as its source still said on that day. */
    public Offer seen(LocalDate day) {
        var again = new Source(source.document(), day, source.reading());
        return new Offer(
                id, region, zone, instance, model, commitment, minimumInstances, price, basis, again, ownership);
    }

    private boolean hasAccelerators() {
        return instance.acceleratorCount().compareTo(BigDecimal.ZERO) > 0;
    }

    private static boolean takesCommitment(CommercialModel model) {
        return switch (model) {
            case RESERVED, SAVINGS_PLAN, CAPACITY_BLOCK -> true;
            case SPOT, ON_DEMAND, OWNED -> false;
        };
    }
}
