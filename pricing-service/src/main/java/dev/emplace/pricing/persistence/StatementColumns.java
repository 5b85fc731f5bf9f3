package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.catalog.Statement;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Authority;
import dev.emplace.pricing.domain.offers.Commitment;
import dev.emplace.pricing.domain.offers.Instance;
import dev.emplace.pricing.domain.offers.Interconnect;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.domain.offers.PriceFlag;
import dev.emplace.pricing.domain.offers.Reading;
import dev.emplace.pricing.domain.offers.Term;
import dev.emplace.pricing.domain.offers.Window;
import dev.emplace.pricing.domain.ownership.OwnershipTariff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** The columns of offer_version that a statement fills, in the order in which they are written. */
final class StatementColumns {

    /** The day on which a source said so: nothing of the offer itself. */
    static final String OBSERVED = "source_observed";

    /** Which offer, and when: what a statement is about. */
    static final List<String> SUBJECT = List.of("offer_id", "effective_from", "effective_until");

    private static final List<Column> COLUMNS = List.of(
            column("offer_id", Offer::id),
            new Column("effective_from", statement -> Optional.of(statement.from())),
            new Column("effective_until", statement -> statement.until()),
            column("region", offer -> offer.region().id()),
            optional("zone", Offer::zone),
            column("instance_type", offer -> offer.instance().name()),
            optional("accelerator", offer -> offer.instance().accelerator().map(Accelerator::id)),
            column("accelerator_count", offer -> offer.instance().acceleratorCount()),
            optional("vcpus", offer -> boxed(offer.instance().vcpus())),
            optional("memory_bytes", offer -> boxed(offer.instance().memoryBytes())),
            optional("local_disk_bytes", offer -> boxed(offer.instance().localDiskBytes())),
            optional("fabric", offer -> interconnect(offer).map(Interconnect::fabric)),
            optional("fabric_gbps", offer -> interconnect(offer).flatMap(wire -> boxed(wire.gigabitsPerSecond()))),
            column("commercial_model", Offer::model),
            optional("term_months", offer -> term(offer, Term.Unit.MONTHS)),
            optional("term_days", offer -> term(offer, Term.Unit.DAYS)),
            optional(
                    "upfront",
                    offer -> offer.commitment().map(terms -> terms.upfront().amount())),
            optional("block_start", offer -> dates(offer).map(Window::start)),
            optional("block_end", offer -> dates(offer).map(Window::end)),
            column("minimum_instances", Offer::minimumInstances),
            column("currency", StatementColumns::currency),
            optional("price_per_hour", offer -> offer.hourlyPrice().map(Money::amount)),
            optional("absence_reason", offer -> absence(offer).map(Price.Absent::reason)),
            optional("absence_note", offer -> absence(offer).map(Price.Absent::note)),
            column("basis", Offer::basis),
            column("source_document", offer -> offer.source().document()),
            column(OBSERVED, offer -> offer.source().observed()),
            optional(
                    "source_authority",
                    offer -> Optional.of(reading(offer).authority())
                            .filter(authority -> authority != Authority.AGGREGATOR)),
            optional("price_flags", offer -> flags(reading(offer))),
            optional("stated_price", offer -> reading(offer).statedPrice()),
            owned("owned_capital", tariff -> tariff.purchase().capital()),
            owned("owned_residual", tariff -> tariff.purchase().residual()),
            owned("owned_rate", tariff -> tariff.purchase().rate()),
            owned("owned_life_years", tariff -> tariff.purchase().years()),
            owned("owned_rent_per_kw_month", OwnershipTariff::rentPerKilowattMonth),
            owned("owned_provisioned_watts", OwnershipTariff::provisionedWatts),
            owned("owned_energy_included", OwnershipTariff::energyIncludedInRent),
            owned("owned_mean_watts", tariff -> tariff.energy().meanWatts()),
            owned("owned_pue", tariff -> tariff.energy().pue()),
            owned("owned_price_per_kwh", tariff -> tariff.energy().pricePerKilowattHour()),
            owned("owned_operations_share", OwnershipTariff::operationsShare));

    private record Column(String name, Function<Statement, Optional<?>> value) {}

    private StatementColumns() {}

    static List<String> names() {
        return COLUMNS.stream().map(Column::name).toList();
    }

    /** What is said, without which offer it is said of, and when it holds. */
    static Stream<String> content() {
        return names().stream().filter(name -> !SUBJECT.contains(name));
    }

    static List<Optional<?>> values(Statement statement) {
        var values = new ArrayList<Optional<?>>(COLUMNS.size());
        COLUMNS.forEach(column -> values.add(column.value().apply(statement)));
        return values;
    }

    private static Column column(String name, Function<Offer, Object> value) {
        return new Column(name, statement -> Optional.of(value.apply(statement.offer())));
    }

    private static Column optional(String name, Function<Offer, Optional<?>> value) {
        return new Column(name, statement -> value.apply(statement.offer()));
    }

    private static Column owned(String name, Function<OwnershipTariff, Object> value) {
        return optional(name, offer -> offer.ownership().map(value));
    }

    private static String currency(Offer offer) {
        return offer.hourlyPrice()
                .map(Money::currency)
                .or(() -> offer.commitment().map(terms -> terms.upfront().currency()))
                .orElse("USD");
    }

    private static Optional<Integer> term(Offer offer, Term.Unit unit) {
        return offer.commitment()
                .map(Commitment::term)
                .filter(term -> term.unit() == unit)
                .map(Term::length);
    }

    private static Optional<Window> dates(Offer offer) {
        return offer.commitment().flatMap(Commitment::dates);
    }

    private static Optional<Interconnect> interconnect(Offer offer) {
        return Optional.of(offer.instance()).flatMap(Instance::interconnect);
    }

    private static Optional<Price.Absent> absence(Offer offer) {
        return offer.price() instanceof Price.Absent absent ? Optional.of(absent) : Optional.empty();
    }

    private static Reading reading(Offer offer) {
        return offer.source().reading();
    }

    /** Null for none, as an earlier version of the service wrote it. */
    private static Optional<String> flags(Reading reading) {
        return reading.flags().stream().map(PriceFlag::name).reduce((left, right) -> left + "," + right);
    }

    private static Optional<Integer> boxed(OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }

    private static Optional<Long> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }
}
