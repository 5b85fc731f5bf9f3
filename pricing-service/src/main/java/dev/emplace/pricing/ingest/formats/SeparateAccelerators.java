package dev.emplace.pricing.ingest.formats;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.imports.ObservedRow;
import dev.emplace.pricing.domain.imports.Shapes;
import dev.emplace.pricing.domain.offers.Instance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Accelerators that a source prices apart from their hosts, to be added to them: few, since kinds and zones are few. */
final class SeparateAccelerators {

    private final String provider;
    private final Shapes shapes;
    private final Map<String, List<Priced>> byPlace = new HashMap<>();
    private int noted;

    SeparateAccelerators(String provider, Shapes shapes) {
        this.provider = provider;
        this.shapes = shapes;
    }

    void note(CsvTable.Line line, Rows rows) {
        if (line.optional("InstanceType").isEmpty()) {
            rows.requireRoom(line.number(), "accelerators", noted++);
            byPlace.computeIfAbsent(rows.word(place(line)), any -> new ArrayList<>())
                    .add(new Priced(
                            rows.word(line.text("AcceleratorName")),
                            SkyPilotCsv.number(line, "AcceleratorCount").orElse(BigDecimal.ZERO),
                            SkyPilotCsv.memoryMib(line),
                            SkyPilotCsv.number(line, "Price"),
                            SkyPilotCsv.number(line, "SpotPrice")));
        }
    }

    /**
     * The price of host and accelerators: that of the line where it names accelerators or its machine has none, else the
     * line's and that of its accelerators. Empty where that is not known, or the line's price is blank.
     */
    Optional<String> whole(CsvTable.Line line, String column) {
        var machine = shapes.instance(provider, line.text("InstanceType"))
                .filter(instance -> instance.accelerator().isPresent());
        if (machine.isEmpty() || line.optional("AcceleratorName").isPresent() || byPlace.isEmpty()) {
            return line.optional(column);
        }
        var accelerators = price(machine.get(), place(line), column);
        // Without them the price would be far too low, and is not the machine's.
        return accelerators.isEmpty()
                ? Optional.of(ObservedRow.HOST_ALONE)
                : SkyPilotCsv.number(line, column)
                        .map(host -> host.add(accelerators.get()).toPlainString());
    }

    /** Of the accelerators of a machine; empty where those that may be meant have none, or several. */
    private Optional<BigDecimal> price(Instance machine, String place, String column) {
        var accelerator = machine.accelerator().orElseThrow();
        var counted = byPlace.getOrDefault(place, List.of()).stream()
                .filter(priced -> priced.count().compareTo(machine.acceleratorCount()) == 0)
                .toList();
        var fitting =
                counted.stream().filter(priced -> priced.fits(accelerator)).toList();
        // Sources misstate memory, so that where none fits the name must do.
        var meant = shapes.meant(accelerator, fitting, Priced::name);
        var prices = (meant.isEmpty() ? shapes.meant(accelerator, counted, Priced::name) : meant)
                .stream()
                        .flatMap(priced -> priced.price(column).stream())
                        .map(BigDecimal::stripTrailingZeros)
                        .distinct()
                        .toList();
        return prices.size() == 1 ? Optional.of(prices.get(0)) : Optional.empty();
    }

    private static String place(CsvTable.Line line) {
        return line.text("Region") + ' ' + line.text("AvailabilityZone");
    }

    private record Priced(
            String name,
            BigDecimal count,
            OptionalLong memoryMib,
            Optional<BigDecimal> onDemand,
            Optional<BigDecimal> spot) {
        Optional<BigDecimal> price(String column) {
            return column.equals("SpotPrice") ? spot : onDemand;
        }

        /** Whether it has so much memory, or does not say: sizes are rounded, but not by a tenth. */
        boolean fits(Accelerator accelerator) {
            long actual = accelerator.memoryBytes() >> 20;
            return memoryMib.isEmpty() || Math.abs(memoryMib.getAsLong() - actual) <= actual / 10;
        }
    }
}
