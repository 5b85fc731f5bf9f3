package dev.emplace.cli.option;

import com.google.protobuf.Duration;
import com.google.protobuf.util.Durations;
import java.math.BigDecimal;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A span of time as a number and a unit: 8ms, 90s, 5m, 12h, 30d. */
public final class Span implements ITypeConverter<Duration> {

    private static final Map<String, BigDecimal> NANOS = Map.of(
            "ms", BigDecimal.valueOf(1_000_000L),
            "s", BigDecimal.valueOf(1_000_000_000L),
            "m", BigDecimal.valueOf(60_000_000_000L),
            "h", BigDecimal.valueOf(3_600_000_000_000L),
            "d", BigDecimal.valueOf(86_400_000_000_000L));

    @Override
    public Duration convert(String text) {
        BigDecimal nanos = Values.amount(text, NANOS, "a number with ms, s, m, h or d, such as 8ms or 30d");
        if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new TypeConversionException("'" + text + "' is over 292 years");
        }
        return Durations.fromNanos(nanos.longValue());
    }
}
