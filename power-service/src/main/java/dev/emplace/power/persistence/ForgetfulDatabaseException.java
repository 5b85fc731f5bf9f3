package dev.emplace.power.persistence;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;

/** The database has settings off without which an acknowledged reservation can be lost. */
final class ForgetfulDatabaseException extends ConfigurationException {
    ForgetfulDatabaseException(List<String> off) {
        super("Refusing to start: PostgreSQL runs with " + String.join(", ", off)
                + " off, so it may forget reservations that it acknowledged: turn "
                + (off.size() == 1 ? "it" : "them") + " on");
    }
}
