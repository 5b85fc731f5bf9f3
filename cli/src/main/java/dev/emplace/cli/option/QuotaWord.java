package dev.emplace.cli.option;

import dev.emplace.api.workload.v1.Quota;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** aws=16, aws/us-east-1=16, aws/us-east-1:H100=0. */
final class QuotaWord implements ITypeConverter<Quota> {
    private static final Pattern WORD = Pattern.compile("([^/:=]+)(?:/([^:=]+))?(?::([^=]+))?=(\\d{1,9})");

    @Override
    public Quota convert(String word) {
        Matcher parts = WORD.matcher(word);
        if (!parts.matches()) {
            throw new TypeConversionException("'" + word + "' is no quota; write aws/us-east-1:H100=16, or aws=0");
        }
        return Quota.newBuilder()
                .setProvider(parts.group(1))
                .setRegion(orNothing(parts.group(2)))
                .setAccelerator(orNothing(parts.group(3)))
                .setMaximumAccelerators(Integer.parseInt(parts.group(4)))
                .build();
    }

    private static String orNothing(@Nullable String part) {
        return part == null ? "" : part;
    }
}
