package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.OfferNames;
import dev.emplace.pricing.domain.offers.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One price as a source states it, in the words of all formats together.
 *
 * @param line where it stands in its file, from 1
 * @param provider in lower case, such as {@code aws}
 * @param region the provider's own code
 * @param zone where the price is that of a zone
 * @param term of a commitment
 * @param price of one machine for one hour, as the source writes it; empty where the source leaves it blank
 * @param currency ISO 4217; whether the source says so itself, or only its format does, is {@code currencyStated}
 * @param machine what the source says of the machine's accelerators, where it says anything
 * @param from when the price began or will begin to hold, to the microsecond, where the source says so
 */
public record ObservedRow(
        long line,
        String provider,
        String region,
        Optional<String> zone,
        String instanceType,
        CommercialModel model,
        Optional<Term> term,
        Optional<String> price,
        String currency,
        boolean currencyStated,
        Optional<StatedMachine> machine,
        Optional<Instant> from) {
    public ObservedRow {
        from = from.map(time -> time.truncatedTo(ChronoUnit.MICROS));
    }

    private static final int LONGEST_TEXT = 80;
    private static final int LONGEST_PRICE = 100;

    /** Leaves room for the model, the term and the source in the id of an offer, which has 191 letters. */
    private static final int LONGEST_THING = 120;

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private static final BigDecimal MOST_ACCELERATORS = BigDecimal.valueOf(10_000);

    /** Stands for a price where a source prices accelerators apart from their host, and not these. */
    public static final String HOST_ALONE = "of the host alone";

    /** Why this can be no row at all, whatever it costs; empty where nothing is wrong. */
    public Optional<String> fault() {
        return Stream.of(
                        name("provider", provider),
                        name("region", region),
                        name("instance type", instanceType),
                        zone.flatMap(text -> name("zone", text)),
                        name("currency", currency),
                        longPrice(),
                        machine.flatMap(StatedMachine::accelerator).flatMap(text -> name("accelerator", text)),
                        tooLong(),
                        tooMany(),
                        unbound(),
                        outOfTime())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> name(String what, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            return Optional.of("the " + what + " has " + text.length() + " letters; 1 to " + LONGEST_TEXT + " can be");
        }
        return text.chars().anyMatch(Character::isISOControl)
                ? Optional.of("the " + what + " has a control character in it")
                : Optional.empty();
    }

    /** What is no number is for the quarantine to show; what is no price by far would only fill it. */
    private Optional<String> longPrice() {
        return price.filter(text -> text.length() > LONGEST_PRICE)
                .map(text -> "the price has " + text.length() + " letters; at most " + LONGEST_PRICE + " can be");
    }

    private Optional<String> tooLong() {
        int letters = provider.length() + place().length() + instanceType.length();
        return letters > LONGEST_THING
                ? Optional.of("provider, place and instance type have " + letters + " letters together; at most "
                        + LONGEST_THING + " can be")
                : Optional.empty();
    }

    private Optional<String> tooMany() {
        return machine.flatMap(StatedMachine::acceleratorCount)
                .filter(count -> count.signum() < 0 || count.compareTo(MOST_ACCELERATORS) > 0)
                .map(count -> "the count of accelerators is " + count.toPlainString() + "; 0 to " + MOST_ACCELERATORS
                        + " can be");
    }

    private Optional<String> outOfTime() {
        return from.filter(time -> time.isBefore(FIRST) || time.isAfter(LAST))
                .map(time -> "the price begins at " + time + "; " + FIRST + " to " + LAST + " can be");
    }

    private Optional<String> unbound() {
        return term.filter(any -> model == CommercialModel.ON_DEMAND || model == CommercialModel.SPOT)
                .map(any ->
                        "what is sold " + (model == CommercialModel.SPOT ? "as spot" : "on demand") + " has no term");
    }

    /** The id of the offer that this row becomes. */
    String offerId(String source) {
        return OfferNames.id(OfferNames.thing(provider, place(), instanceType, model, term), source);
    }

    /** Zones of some providers are called after their region, those of others only "1" or "a" in each. */
    private String place() {
        return zone.map(name -> name.startsWith(region) ? name : region + '-' + name)
                .orElse(region);
    }
}
