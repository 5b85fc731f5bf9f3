package dev.emplace.pricing.persistence;

import java.sql.SQLException;

/** The database refused what the price book asked of it, or does not answer. */
final class PriceBookException extends IllegalStateException {
    PriceBookException(String what, SQLException cause) {
        super(what, cause);
    }
}
