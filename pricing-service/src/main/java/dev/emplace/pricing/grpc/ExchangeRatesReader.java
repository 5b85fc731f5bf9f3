package dev.emplace.pricing.grpc;

import com.google.type.Date;
import dev.emplace.api.pricing.v1.ExchangeRate;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.pricing.domain.quotes.ExchangeRates;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;

/** Reads the dated rates that a caller answers for. */
final class ExchangeRatesReader {

    private static final String FIELD = "exchange_rates";
    private static final BigDecimal LEAST = new BigDecimal("0.000000001");
    private static final BigDecimal MOST = new BigDecimal("1000000");

    private static final int EARLIEST_YEAR = 1900;

    private ExchangeRatesReader() {}

    static ExchangeRates read(List<ExchangeRate> messages) {
        var rates = new HashMap<String, ExchangeRates.Rate>();
        for (int i = 0; i < messages.size(); i++) {
            var path = FIELD + "[" + i + "]";
            var message = messages.get(i);
            var rate = new ExchangeRates.Rate(
                    Amounts.within(path + ".usd_per_unit", message.getUsdPerUnit(), LEAST, MOST),
                    day(path + ".rate_date", message.getRateDate()));
            if (message.getCurrencyCode().equals("USD")) {
                throw new InvalidFieldException(path + ".currency_code", "is USD, which is what others turn into");
            }
            if (rates.put(message.getCurrencyCode(), rate) != null) {
                throw new InvalidFieldException(
                        path + ".currency_code", "is " + message.getCurrencyCode() + " a second time; give one rate");
            }
        }
        return new ExchangeRates(rates);
    }

    private static LocalDate day(String field, Date message) {
        try {
            if (message.getYear() < EARLIEST_YEAR) {
                throw new DateTimeException("a date of its own needs a year");
            }
            return LocalDate.of(message.getYear(), message.getMonth(), message.getDay());
        } catch (DateTimeException none) {
            throw new InvalidFieldException(
                    field,
                    "is year " + message.getYear() + ", month " + message.getMonth() + ", day " + message.getDay()
                            + "; must be a day of the calendar, from " + EARLIEST_YEAR + " on");
        }
    }
}
