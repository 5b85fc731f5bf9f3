package dev.emplace.cli.option;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.google.type.LatLng;
import com.google.type.Money;
import java.math.BigDecimal;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Values as people type them. Each converter says what it wants where it is given something else. */
final class Values {

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)([a-zA-Z]+)");

    private Values() {}

    /** A number and a unit: 200MB, 40GB, 60TB; GiB and its like count by 1024. */
    static final class Bytes implements ITypeConverter<Long> {
        private static final Map<String, BigDecimal> SIZES = Map.of(
                "B", BigDecimal.ONE,
                "MB", BigDecimal.TEN.pow(6),
                "GB", BigDecimal.TEN.pow(9),
                "TB", BigDecimal.TEN.pow(12),
                "PB", BigDecimal.TEN.pow(15),
                "MiB", BigDecimal.valueOf(1L << 20),
                "GiB", BigDecimal.valueOf(1L << 30),
                "TiB", BigDecimal.valueOf(1L << 40));

        @Override
        public Long convert(String text) {
            BigDecimal bytes = amount(text, SIZES, "a number with MB, GB, TB or GiB, such as 40GB");
            if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
                throw new TypeConversionException("'" + text + "' is over 9,223 PB");
            }
            return bytes.longValue();
        }
    }

    /** Dollars: 2.50. */
    static final class Dollars implements ITypeConverter<Money> {
        @Override
        public Money convert(String text) {
            if (!text.matches("\\d{1,15}(\\.\\d{1,9})?")) {
                throw new TypeConversionException("'" + text + "' is no amount in USD, such as 2.50");
            }
            BigDecimal amount = new BigDecimal(text);
            return Money.newBuilder()
                    .setCurrencyCode("USD")
                    .setUnits(amount.longValue())
                    .setNanos(amount.remainder(BigDecimal.ONE).movePointRight(9).intValueExact())
                    .build();
        }
    }

    /** Latitude and longitude: 48.14,11.58. */
    static final class Coordinates implements ITypeConverter<LatLng> {
        @Override
        public LatLng convert(String text) {
            try {
                List<Double> degrees = Stream.of(text.split(",", -1))
                        .map(String::strip)
                        .map(Double::valueOf)
                        .toList();
                if (degrees.size() == 2 && Math.abs(degrees.get(0)) <= 90 && Math.abs(degrees.get(1)) <= 180) {
                    return LatLng.newBuilder()
                            .setLatitude(degrees.get(0))
                            .setLongitude(degrees.get(1))
                            .build();
                }
            } catch (NumberFormatException e) {
                // told below, as any other text that is no place
            }
            throw new TypeConversionException(
                    "'" + text + "' is no LATITUDE,LONGITUDE in degrees, such as 48.14,11.58");
        }
    }

    /** A moment: 2026-12-01T08:00:00Z. */
    static final class Moment implements ITypeConverter<Timestamp> {
        @Override
        public Timestamp convert(String text) {
            try {
                return Timestamps.parse(text);
            } catch (ParseException e) {
                throw new TypeConversionException("'" + text + "' is no moment such as 2026-12-01T08:00:00Z");
            }
        }
    }

    /** Parameters of a model in billions: 70, 0.6. */
    static final class Billions implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            if (!text.matches("\\d{1,7}(\\.\\d{1,9})?")) {
                throw new TypeConversionException("'" + text + "' is no number of billions, such as 70 or 0.6");
            }
            return new BigDecimal(text).movePointRight(9).longValueExact();
        }
    }

    /** A large whole number, also with an exponent: 8200000000, 8.2e9. */
    static final class Whole implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            if (!text.matches("\\d{1,18}|\\d{1,6}(\\.\\d{1,6})?[eE]\\d{1,2}")) {
                throw new TypeConversionException("'" + text + "' is no whole number, such as 8200000000 or 8.2e9");
            }
            try {
                return new BigDecimal(text).longValueExact();
            } catch (ArithmeticException e) {
                throw new TypeConversionException("'" + text + "' is too large, or not whole");
            }
        }
    }

    /** A number that has one of the units, in the smallest of them. */
    static BigDecimal amount(String text, Map<String, BigDecimal> units, String wanted) {
        Matcher matcher = AMOUNT.matcher(text.strip());
        if (!matcher.matches() || !units.containsKey(matcher.group(2))) {
            throw new TypeConversionException("'" + text + "' is not " + wanted);
        }
        return new BigDecimal(matcher.group(1)).multiply(units.getOrDefault(matcher.group(2), BigDecimal.ONE));
    }
}
