package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.accelerators.AliasTable;
import dev.emplace.pricing.domain.accelerators.Resolution;
import dev.emplace.pricing.domain.offers.AbsenceReason;
import dev.emplace.pricing.domain.offers.Instance;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds out what machine a row is about: by the catalog's own table of machines first, then by what the row says. */
public final class Shapes {

    /** A name that states the memory of one accelerator, and at its end that of all: {@code A100-80GB-640GB}. */
    private static final Pattern TOTAL_MEMORY = Pattern.compile("(.*\\d+GB.*)-\\d+GB");

    private static final long MIB = 1L << 20;

    private final AliasTable names;
    private final Map<String, Assortment> assortments;

    /**
     * Over what is known of machines.
     *
     * @param assortments by provider
     */
    public Shapes(AliasTable names, Map<String, Assortment> assortments) {
        this.names = names;
        this.assortments = Map.copyOf(assortments);
    }

    Shape of(ObservedRow row) {
        var assortment = assortments.get(row.provider());
        var known = Optional.ofNullable(assortment).map(all -> all.instances().get(row.instanceType()));
        if (known.isPresent()) {
            return checked(known.get(), row);
        }
        var stated = row.machine().flatMap(StatedMachine::accelerator);
        if (stated.isPresent()) {
            return named(row, stated.get());
        }
        if (assortment == null || assortment.looksAccelerated(row.instanceType())) {
            return new Shape.Unknown(
                    QuarantineReason.UNKNOWN_ACCELERATOR,
                    "the catalog does not know what '" + row.instanceType()
                            + "' has; add it to the provider's instances");
        }
        return new Shape.Known(instance(row, Optional.empty(), BigDecimal.ZERO), false);
    }

    /** The catalog's machine of that name; empty for one that it does not know. */
    public Optional<Instance> instance(String provider, String instanceType) {
        return Optional.ofNullable(assortments.get(provider))
                .map(assortment -> assortment.instances().get(instanceType));
    }

    /** The machines of a provider that the catalog knows. */
    public Collection<Instance> instances(String provider) {
        return Optional.ofNullable(assortments.get(provider))
                .map(assortment -> assortment.instances().values())
                .orElse(List.of());
    }

    /** Whether a name may mean an accelerator, beside others. */
    private boolean means(Accelerator accelerator, String name) {
        return choices(name).contains(accelerator);
    }

    private Collection<Accelerator> choices(String name) {
        var resolution = resolve(name);
        if (resolution instanceof Resolution.Resolved resolved) {
            return List.of(resolved.accelerator());
        }
        return resolution instanceof Resolution.Ambiguous ambiguous ? ambiguous.choices() : List.of();
    }

    /** Those of several things whose names may mean an accelerator, and the fewest others: the rest may be of those. */
    public <T> List<T> meant(Accelerator accelerator, Collection<T> things, Function<T, String> name) {
        var meanings = things.stream()
                .filter(thing -> means(accelerator, name.apply(thing)))
                .collect(Collectors.groupingBy(
                        thing -> choices(name.apply(thing)).size(), TreeMap::new, Collectors.toList()));
        return meanings.isEmpty() ? List.of() : meanings.firstEntry().getValue();
    }

    boolean pricesByRegion(String provider) {
        return Optional.ofNullable(assortments.get(provider))
                .map(Assortment::regionalPricing)
                .orElse(false);
    }

    AbsenceReason whyNotOnDemand(String provider, String instanceType) {
        return Optional.ofNullable(assortments.get(provider))
                .map(assortment -> assortment.notOnDemand().get(instanceType))
                .orElse(AbsenceReason.UNKNOWN);
    }

    private Shape checked(Instance known, ObservedRow row) {
        var accelerator = known.accelerator();
        var stated = row.machine().flatMap(StatedMachine::accelerator);
        if (accelerator.isPresent()
                && stated.isPresent()
                && !(resolve(stated.get()) instanceof Resolution.Unknown)
                && !means(accelerator.get(), stated.get())) {
            return new Shape.Disputed(
                    known,
                    "the source says '" + stated.get() + "', the catalog knows "
                            + accelerator.get().id());
        }
        return new Shape.Known(known, accelerator.isPresent() && misstates(row, accelerator.get()));
    }

    private Shape named(ObservedRow row, String name) {
        var resolution = resolve(name);
        if (resolution instanceof Resolution.Resolved resolved) {
            var count = row.machine().flatMap(StatedMachine::acceleratorCount).orElse(BigDecimal.ZERO);
            return count.signum() > 0
                    ? new Shape.Known(
                            instance(row, Optional.of(resolved.accelerator()), count),
                            misstates(row, resolved.accelerator()))
                    : new Shape.Unknown(
                            QuarantineReason.UNKNOWN_ACCELERATOR, "the source does not say how many '" + name + "'");
        }
        if (resolution instanceof Resolution.Ambiguous ambiguous) {
            return new Shape.Unknown(
                    QuarantineReason.AMBIGUOUS_ACCELERATOR,
                    "'" + name + "' may be any of "
                            + ambiguous.choices().stream().map(Accelerator::id).collect(Collectors.joining(", ")));
        }
        return new Shape.Unknown(
                QuarantineReason.UNKNOWN_ACCELERATOR, "no accelerator is called '" + name + "'; add an alias");
    }

    private Resolution resolve(String name) {
        var resolution = names.resolve(name);
        var withTotal = TOTAL_MEMORY.matcher(name);
        return resolution instanceof Resolution.Unknown && withTotal.matches()
                ? names.resolve(withTotal.group(1))
                : resolution;
    }

    /** Zero, gigabytes for mebibytes, the memory of all of them: off by more than the tenth that rounding explains. */
    private static boolean misstates(ObservedRow row, Accelerator accelerator) {
        var stated = row.machine().map(StatedMachine::acceleratorMemoryMib).orElse(OptionalLong.empty());
        long actual = accelerator.memoryBytes() / MIB;
        return stated.isPresent() && Math.abs(stated.getAsLong() - actual) > actual / 10;
    }

    private static Instance instance(ObservedRow row, Optional<Accelerator> accelerator, BigDecimal count) {
        return new Instance(
                row.instanceType(),
                accelerator,
                count,
                row.machine().map(StatedMachine::vcpus).orElse(OptionalInt.empty()),
                row.machine().map(StatedMachine::memoryBytes).orElse(OptionalLong.empty()),
                OptionalLong.empty(),
                Optional.empty());
    }
}
