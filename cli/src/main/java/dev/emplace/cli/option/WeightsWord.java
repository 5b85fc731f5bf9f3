package dev.emplace.cli.option;

import dev.emplace.api.workload.v1.ObjectiveWeights;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Three numbers: what cost, latency and carbon count. */
final class WeightsWord implements ITypeConverter<ObjectiveWeights> {
    @Override
    public ObjectiveWeights convert(String word) {
        String[] parts = word.split(",", -1);
        try {
            if (parts.length == 3) {
                return ObjectiveWeights.newBuilder()
                        .setCost(Double.parseDouble(parts[0]))
                        .setLatency(Double.parseDouble(parts[1]))
                        .setCarbon(Double.parseDouble(parts[2]))
                        .build();
            }
        } catch (NumberFormatException notANumber) {
            // Told below, with what would be right.
        }
        throw new TypeConversionException("'" + word + "' are no weights; write three numbers such as 1,0.5,0.2");
    }
}
