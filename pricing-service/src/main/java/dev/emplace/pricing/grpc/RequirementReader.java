package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.pricing.domain.accelerators.AliasTable;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Window;
import dev.emplace.pricing.domain.places.Jurisdiction;
import dev.emplace.pricing.domain.search.Dates;
import dev.emplace.pricing.domain.search.MachineRequirement;
import dev.emplace.pricing.domain.search.PlaceRequirement;
import dev.emplace.pricing.domain.search.Requirement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a requirement.
 *
 * @param field its path in the request, for errors
 */
record RequirementReader(AliasTable accelerators, String field, OfferRequirement message) {

    private static final String SITES = "sites/";

    /** For whoever is to have it; for whoever only looks, {@link #readToLook}. */
    Requirement read() {
        return read(Dates.NONE);
    }

    /** Of capacity blocks of any dates, where none are named. */
    Requirement readToLook() {
        return read(Dates.ANY);
    }

    private Requirement read(Dates unlessNamed) {
        return new Requirement(
                machine(),
                place(),
                atLeastZero("accelerator_count", message.getAcceleratorCount()),
                each("commercial_models", message.getCommercialModelsList(), Choices::model),
                each("partitions", message.getPartitionsList(), Choices::partition),
                maximumUnitPrice(),
                needed().map(Dates::covering).orElse(unlessNamed));
    }

    private Optional<Window> needed() {
        if (message.hasNeededStartTime() != message.hasNeededEndTime()) {
            throw new InvalidFieldException(
                    field + (message.hasNeededStartTime() ? ".needed_end_time" : ".needed_start_time"),
                    "is absent; machines are needed from a time to another, so give both or neither");
        }
        if (!message.hasNeededStartTime()) {
            return Optional.empty();
        }
        var start = Instants.read(field + ".needed_start_time", message.getNeededStartTime());
        var end = Instants.read(field + ".needed_end_time", message.getNeededEndTime());
        if (!end.isAfter(start)) {
            throw new InvalidFieldException(
                    field + ".needed_end_time", "is " + end + "; must be after needed_start_time, " + start);
        }
        return Optional.of(new Window(start, end));
    }

    private MachineRequirement machine() {
        return new MachineRequirement(
                each(
                        "accelerators",
                        message.getAcceleratorsList(),
                        (path, name) -> AcceleratorNames.resolve(accelerators, path, name)
                                .id()),
                message.getMinimumAcceleratorMemoryBytes(),
                atLeastZero("minimum_accelerators_per_machine", message.getMinimumAcceleratorsPerMachine()),
                message.getFabricRequired());
    }

    private PlaceRequirement place() {
        return new PlaceRequirement(
                each("provider_kinds", message.getProviderKindsList(), Choices::kind),
                Set.copyOf(message.getAllowedProvidersList()),
                Set.copyOf(message.getDeniedProvidersList()),
                each("jurisdictions", message.getJurisdictionsList(), RequirementReader::jurisdiction),
                Set.copyOf(message.getRegionsList()),
                each("sites", message.getSitesList(), (path, site) -> site(site)));
    }

    private Optional<Money> maximumUnitPrice() {
        return message.hasMaximumAcceleratorUnitPrice()
                ? Optional.of(Amounts.usd(
                        field + ".maximum_accelerator_unit_price", message.getMaximumAcceleratorUnitPrice()))
                : Optional.empty();
    }

    private int atLeastZero(String name, int value) {
        if (value < 0) {
            throw new InvalidFieldException(field + "." + name, "is " + value + "; must be 0 (any) or more");
        }
        return value;
    }

    static String site(String name) {
        return name.startsWith(SITES) ? name.substring(SITES.length()) : name;
    }

    private static Jurisdiction jurisdiction(String path, String code) {
        try {
            return new Jurisdiction(code);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidFieldException(path, String.valueOf(unknown.getMessage()));
        }
    }

    private <M, D> Set<D> each(String name, List<M> messages, Reading<M, D> reading) {
        if (messages.isEmpty()) {
            return Set.of();
        }
        var values = new HashSet<D>();
        for (int i = 0; i < messages.size(); i++) {
            values.add(reading.read(field + "." + name + "[" + i + "]", messages.get(i)));
        }
        return values;
    }

    @FunctionalInterface
    private interface Reading<M, D> {
        D read(String path, M message);
    }
}
