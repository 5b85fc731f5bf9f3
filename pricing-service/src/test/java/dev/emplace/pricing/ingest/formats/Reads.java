package dev.emplace.pricing.ingest.formats;

import dev.emplace.pricing.domain.imports.ObservedRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads texts in a format. */
public final class Reads {

    private Reads() {}

    public static Rows all(PriceFormat format, String... pages) {
        return all(format, Arrays.stream(pages).map(Reads::page).toList());
    }

    public static Rows all(PriceFormat format, List<PricePage> pages) {
        var rows = new Rows(1_000_000, count -> {});
        try {
            format.read(pages, rows);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return rows;
    }

    public static List<ObservedRow> rows(PriceFormat format, String... pages) {
        return all(format, pages).rows();
    }

    public static PricePage page(String text) {
        return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
