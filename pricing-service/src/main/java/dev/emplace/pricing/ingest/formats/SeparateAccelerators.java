package dev.emplace.pricing.ingest.formats;

import dev.emplace.pricing.domain.imports.ObservedRow;
import dev.emplace.pricing.domain.imports.Shapes;
import dev.emplace.pricing.domain.offers.Instance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accelerators that a source prices apart from their hosts, to be added to them: few, since kinds and zones are few. */
final class SeparateAccelerators {

    private final String provider;
    private final Shapes shapes;
    private final Map<String, List<Priced>> byPlace = new HashMap<>();

    SeparateAccelerators(String provider, Shapes shapes) {
        this.provider = provider;
        this.shapes = shapes;
    }

    void note(CsvTable.Line line) {
        if (line.optional("InstanceType").isEmpty()) {
            byPlace.computeIfAbsent(place(line), any -> new ArrayList<>())
                    .add(new Priced(
                            line.text("AcceleratorName"),
                            SkyPilotCsv.number(line, "AcceleratorCount").orElse(BigDecimal.ZERO),
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
        var accelerators = of(machine.get(), place(line)).flatMap(priced -> priced.price(column));
        // Without them the price would be far too low, and is not the machine's.
        return accelerators.isEmpty()
                ? Optional.of(ObservedRow.HOST_ALONE)
                : SkyPilotCsv.number(line, column)
                        .map(host -> host.add(accelerators.get()).toPlainString());
    }

    private Optional<Priced> of(Instance machine, String place) {
        var accelerator = machine.accelerator().orElseThrow();
        return byPlace.getOrDefault(place, List.of()).stream()
                .filter(priced -> priced.count().compareTo(machine.acceleratorCount()) == 0)
                .filter(priced -> shapes.means(accelerator, priced.name()))
                .findFirst();
    }

    private static String place(CsvTable.Line line) {
        return line.text("Region") + ' ' + line.text("AvailabilityZone");
    }

    private record Priced(String name, BigDecimal count, Optional<BigDecimal> onDemand, Optional<BigDecimal> spot) {
        Optional<BigDecimal> price(String column) {
            return column.equals("SpotPrice") ? spot : onDemand;
        }
    }
}
