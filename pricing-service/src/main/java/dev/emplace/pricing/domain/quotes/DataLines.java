package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import dev.emplace.pricing.domain.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What bringing data and keeping it costs, at the prices that the caller gives. */
final class DataLines {

    private static final BigDecimal BYTES_PER_GIBIBYTE = BigDecimal.valueOf(1L << 30);

    private DataLines() {}

    static List<QuoteLine> of(Usage usage) {
        var data = usage.terms().data();
        var lines = new ArrayList<QuoteLine>();
        if (data.stagingBytes() > 0) {
            data.stagingPrice()
                    .ifPresent(price -> lines.add(QuoteLine.product(
                            LineKind.STAGING,
                            "data that is brought to the place",
                            price.currency(),
                            gibibytes(data.stagingBytes()),
                            price(price, "/GiB"))));
        }
        if (data.storageBytes() > 0) {
            data.storagePrice()
                    .ifPresent(price -> lines.add(QuoteLine.product(
                            LineKind.STORAGE,
                            "data that is kept there",
                            price.currency(),
                            gibibytes(data.storageBytes()),
                            price(price, "/GiB/month"),
                            Factor.of("months", usage.months(), "month", "request"))));
        }
        return lines;
    }

    /** What a total leaves out. */
    static List<String> unknown(Usage usage) {
        var data = usage.terms().data();
        var unknown = new ArrayList<String>();
        if (data.stagingBytes() > 0 && data.stagingPrice().isEmpty()) {
            unknown.add("staging: no price of a gibibyte was given");
        }
        if (data.storageBytes() > 0 && data.storagePrice().isEmpty()) {
            unknown.add("storage: no price of a gibibyte and month was given");
        }
        return unknown;
    }

    private static Factor gibibytes(long bytes) {
        return Factor.of(
                "gibibytes", BigDecimal.valueOf(bytes).divide(BYTES_PER_GIBIBYTE, PRECISION), "GiB", "request");
    }

    private static Factor price(Money price, String per) {
        return Factor.of("gibibyte_price", price.amount(), price.currency() + per, "request");
    }
}
