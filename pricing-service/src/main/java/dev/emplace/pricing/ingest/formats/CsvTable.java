package dev.emplace.pricing.ingest.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.emplace.pricing.domain.imports.BrokenFileException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A CSV file with a header, read line by line (RFC 4180, UTF-8). */
final class CsvTable {

    private CsvTable() {}

    static void read(PricePage file, List<String> required, Consumer<Line> lines) throws IOException {
        // A decoder by name of charset would replace what is no UTF-8; this one refuses it.
        try (var reader = new InputStreamReader(file.open(), StandardCharsets.UTF_8.newDecoder())) {
            read(reader, required, lines);
        } catch (CharacterCodingException notText) {
            throw new BrokenFileException("the file", "holds bytes that are no UTF-8 text");
        } catch (UncheckedIOException | CsvParseException broken) {
            throw new BrokenFileException("the file", describe(broken));
        }
    }

    private static void read(Reader reader, List<String> required, Consumer<Line> lines) throws IOException {
        try (var csv = CsvReader.builder().ignoreDifferentFieldCount(false).ofCsvRecord(reader)) {
            var records = csv.iterator();
            if (!records.hasNext()) {
                throw new BrokenFileException("line 1", "the file is empty");
            }
            var columns = columns(records.next(), required);
            while (records.hasNext()) {
                lines.accept(new Line(records.next(), columns));
            }
        }
    }

    private static Map<String, Integer> columns(CsvRecord header, List<String> required) {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            columns.put(header.getField(i).strip(), i);
        }
        var missing =
                required.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new BrokenFileException("line 1", "the columns " + String.join(", ", missing) + " are missing");
        }
        return columns;
    }

    private static String describe(RuntimeException broken) {
        var cause = broken.getCause() == null ? broken : broken.getCause();
        return cause instanceof CharacterCodingException
                ? "holds bytes that are no UTF-8 text"
                : String.valueOf(cause.getMessage());
    }

    /** One line, by the names of its columns. */
    record Line(CsvRecord fields, Map<String, Integer> columns) {

        private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");

        long number() {
            return fields.getStartingLineNumber();
        }

        String text(String column) {
            return optional(column).orElse("");
        }

        /** As in RFC 3339, such as {@code 2026-12-01T11:30:00Z}. */
        Optional<Instant> time(String column) {
            try {
                return optional(column).map(text -> OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeParseException wrong) {
                throw broken(column + " is no time such as 2026-12-01T11:30:00Z");
            }
        }

        Optional<BigDecimal> number(String column) {
            var text = optional(column);
            if (text.filter(number -> !NUMBER.matcher(number).matches()).isPresent()) {
                throw broken(column + " is no plain number");
            }
            return text.map(BigDecimal::new);
        }

        BrokenFileException broken(String what) {
            return new BrokenFileException("line " + number(), what);
        }

        /** Empty where the column is missing or blank. */
        Optional<String> optional(String column) {
            var index = columns.get(column);
            if (index == null) {
                return Optional.empty();
            }
            var field = fields.getField(index).strip();
            return field.isEmpty() ? Optional.empty() : Optional.of(field);
        }
    }
}
