package dev.emplace.platform.lifecycle;

import io.quarkus.logging.LoggingFilter;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Says in one line that a service does not start for want of its database, where Quarkus would print many. */
@LoggingFilter(name = "database-at-start")
public final class DatabaseAtStart implements Filter {

    private static final String QUARKUS = "io.quarkus.runtime.Application";

    @Override
    public boolean isLoggable(LogRecord record) {
        if (QUARKUS.equals(record.getLoggerName())) {
            unreachable(record.getThrown()).ifPresent(failure -> {
                record.setThrown(null);
                record.setParameters(new Object[0]);
                record.setMessage("Refusing to start: no connection to the database: " + firstLine(failure)
                        + " Set quarkus.datasource.jdbc.url, .username and .password.");
            });
        }
        return true;
    }

    private static Optional<SQLException> unreachable(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure && isAboutTheConnection(failure)) {
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }

    /** Classes of SQLSTATE: connection, authorization, no such database, too many connections. */
    private static boolean isAboutTheConnection(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("28") || state.equals("3D000") || state.equals("53300");
    }

    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
