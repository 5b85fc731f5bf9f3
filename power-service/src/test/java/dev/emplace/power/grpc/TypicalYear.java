package dev.emplace.power.grpc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.emplace.power.domain.facility.Outdoors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A typical year in EnergyPlus' weather format, which lies beside the project and is no part of it.
 *
 * @param dryBulbs degrees Celsius, hour by hour
 * @param humidities relative, in percent, hour by hour
 * @param hottest of twenty years, by the file's header: its hours end below that
 */
record TypicalYear(List<Double> dryBulbs, List<Integer> humidities, double hottest) {
    private static final Path FOLDER = Path.of("../../shared/data/power/weather");
    private static final int HEADER_LINES = 8;
    private static final int DRY_BULB = 6;
    private static final int RELATIVE_HUMIDITY = 8;
    private static final int TWENTY_YEARS_MAXIMUM = 12;

    TypicalYear {
        dryBulbs = List.copyOf(dryBulbs);
        humidities = List.copyOf(humidities);
    }

    List<Outdoors> hours() {
        return IntStream.range(0, dryBulbs.size())
                .mapToObj(hour -> Outdoors.of(dryBulbs.get(hour), humidities.get(hour)))
                .toList();
    }

    /** Skips the test where the file is not at hand. */
    static TypicalYear of(String file) {
        Path path = FOLDER.resolve(file);
        assumeTrue(Files.isRegularFile(path), "no weather file " + path);
        try {
            List<String> lines = Files.readAllLines(path, StandardCharsets.ISO_8859_1);
            String extremes = lines.get(1).substring(lines.get(1).indexOf("Extremes,") + "Extremes,".length());
            return new TypicalYear(
                    lines.stream()
                            .skip(HEADER_LINES)
                            .map(line -> Double.valueOf(line.split(",", -1)[DRY_BULB]))
                            .toList(),
                    lines.stream()
                            .skip(HEADER_LINES)
                            .map(line -> Integer.valueOf(line.split(",", -1)[RELATIVE_HUMIDITY]))
                            .toList(),
                    Double.parseDouble(extremes.split(",", -1)[TWENTY_YEARS_MAXIMUM]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
