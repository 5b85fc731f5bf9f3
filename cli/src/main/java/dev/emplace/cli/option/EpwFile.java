package dev.emplace.cli.option;

import com.google.type.Decimal;
import dev.emplace.cli.CliException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The hours of a typical year in EnergyPlus' weather format (EPW): eight lines of header, then one line an hour. */
public final class EpwFile {
    private static final int HEADER_LINES = 8;
    private static final int DRY_BULB_COLUMN = 6;
    private static final int HUMIDITY_COLUMN = 8;

    /** EnergyPlus lets instruments read a little above saturation, which is still saturation. */
    private static final int MOST_HUMIDITY = 110;

    private static final int SATURATED = 100;
    private static final int MOST_HOURS = 8_784;

    private EpwFile() {}

    /** Dry bulbs in degrees Celsius, hour by hour. */
    public static List<Decimal> dryBulbs(Path file) {
        return hours(file, EpwFile::dryBulb);
    }

    /** Relative humidities in percent, hour by hour. */
    public static List<Integer> relativeHumidities(Path file) {
        return hours(file, EpwFile::relativeHumidity);
    }

    private interface Reading<T> {
        T of(Path file, String line, int number);
    }

    private static <T> List<T> hours(Path file, Reading<T> reading) {
        List<String> lines = lines(file);
        int hours = lines.size() - HEADER_LINES;
        if (hours < 1 || hours > MOST_HOURS || !lines.get(0).startsWith("LOCATION,")) {
            throw new CliException(
                    file + " is no weather file in EnergyPlus format (EPW): it begins with LOCATION, has "
                            + HEADER_LINES + " lines of header, and 1 to " + MOST_HOURS + " hours");
        }
        return IntStream.range(HEADER_LINES, lines.size())
                .mapToObj(line -> reading.of(file, lines.get(line), line + 1))
                .toList();
    }

    private static Decimal dryBulb(Path file, String line, int number) {
        String[] columns = line.split(",", -1);
        try {
            String value = columns[DRY_BULB_COLUMN].strip();
            return Decimal.newBuilder()
                    .setValue(new BigDecimal(value).toPlainString())
                    .build();
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new CliException(
                    file + ", line " + number + ": column " + (DRY_BULB_COLUMN + 1)
                            + " must be the dry bulb in degrees Celsius, such as 21.5",
                    e);
        }
    }

    private static int relativeHumidity(Path file, String line, int number) {
        String[] columns = line.split(",", -1);
        String value = columns.length > HUMIDITY_COLUMN ? columns[HUMIDITY_COLUMN].strip() : "";
        if (!value.matches("\\d{1,3}") || Integer.parseInt(value) > MOST_HUMIDITY) {
            throw new CliException(file + ", line " + number + ": column " + (HUMIDITY_COLUMN + 1)
                    + " must be the relative humidity in percent, from 0 to " + MOST_HUMIDITY + ", such as 45");
        }
        return Math.min(SATURATED, Integer.parseInt(value));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new CliException("there is no file " + file, e);
        } catch (IOException e) {
            throw new CliException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
