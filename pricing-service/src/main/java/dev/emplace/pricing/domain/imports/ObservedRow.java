package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.OfferNames;
import dev.emplace.pricing.domain.offers.Term;
import dev.emplace.pricing.domain.offers.Window;
import java.math.BigDecimal;
import java.math.MathContext;
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
 * @param conditions under which the price holds
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
        Optional<Instant> from,
        Conditions conditions) {
    public ObservedRow {
        from = from.map(time -> time.truncatedTo(ChronoUnit.MICROS));
    }

    /** Of a price without further conditions. */
    public ObservedRow(
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
        this(
                line,
                provider,
                region,
                zone,
                instanceType,
                model,
                term,
                price,
                currency,
                currencyStated,
                machine,
                from,
                Conditions.NONE);
    }

    private static final int LONGEST_TEXT = 80;
    private static final int LONGEST_PRICE = 100;

    /** What the start of a block takes of that. */
    private static final int BLOCK_START = 13;

    private static final int MOST_TOGETHER = 100_000;

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
                        outOfTime(),
                        conditionless(),
                        endedBefore(),
                        undated())
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
        int most = LONGEST_THING - conditions.dates().map(any -> BLOCK_START).orElse(0);
        return letters > most
                ? Optional.of("provider, place and instance type have " + letters + " letters together; at most " + most
                        + " can be")
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

    private Optional<String> conditionless() {
        if (conditions.minimumInstances() < 1 || conditions.minimumInstances() > MOST_TOGETHER) {
            return Optional.of("at least " + conditions.minimumInstances() + " are sold together; 1 to " + MOST_TOGETHER
                    + " can be");
        }
        if (conditions.upfront().signum() < 0 || (conditions.upfront().signum() > 0 && term.isEmpty())) {
            return Optional.of("the price upfront is " + conditions.upfront().toPlainString()
                    + "; it belongs to a term, and is not below zero");
        }
        return conditions
                .until()
                .filter(end -> end.isBefore(FIRST) || end.isAfter(LAST))
                .map(end -> "the price ends at " + end + "; " + FIRST + " to " + LAST + " can be");
    }

    /** What ended before it began would otherwise hold for ever. */
    private Optional<String> endedBefore() {
        return from.flatMap(start -> conditions
                .end()
                .filter(end -> !start.isBefore(end))
                .map(end -> "start_time is " + start + "; it must be before " + end
                        + ", the earlier of end_time and block_end_time"));
    }

    private Optional<String> undated() {
        if (conditions.dates().isPresent() && model != CommercialModel.CAPACITY_BLOCK) {
            return Optional.of("only a capacity block has dates");
        }
        return conditions.dates().isPresent() && !term.equals(conditions.dates().map(Window::term))
                ? Optional.of("the term of a capacity block is what lies between its dates")
                : Optional.empty();
    }

    /** Whether it had ended by then, and does not say when it held: that is no price of any time. */
    boolean isOver(Instant observed) {
        return from.isEmpty()
                && conditions.end().filter(end -> !end.isAfter(observed)).isPresent();
    }

    /** What an hour costs with its share of what was paid before. */
    BigDecimal whole(BigDecimal hourly) {
        return term.filter(any -> conditions.upfront().signum() > 0)
                .map(bound -> hourly.add(conditions.upfront().divide(bound.hours(), MathContext.DECIMAL64)))
                .orElse(hourly);
    }

    /** The id of the offer that this row becomes. */
    String offerId(String source) {
        return OfferNames.id(
                OfferNames.thing(
                        provider,
                        place(),
                        instanceType,
                        model,
                        term,
                        conditions.upfront().signum() > 0,
                        conditions.dates()),
                source);
    }

    /** Zones of some providers are called after their region, those of others only "1" or "a" in each. */
    private String place() {
        return zone.map(name -> name.startsWith(region) ? name : region + '-' + name)
                .orElse(region);
    }
}
