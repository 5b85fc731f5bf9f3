package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.BookNews;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/** LISTEN on a connection of its own; where that is lost, it listens again a little later. */
@Singleton
final class PostgresBookNews implements BookNews {

    static final String CHANNEL = "emplace_catalog";

    private static final Logger LOG = Logger.getLogger(PostgresBookNews.class);
    private static final Duration LONGEST_READ = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataSource database;
    private volatile boolean stopped;

    PostgresBookNews(DataSource database) {
        this.database = database;
    }

    @Override
    public void follow(Runnable onNews) {
        var thread = new Thread(() -> listenUntilStopped(onNews), "catalog-news");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private void listenUntilStopped(Runnable onNews) {
        while (!stopped) {
            try {
                listen(onNews);
            } catch (SQLException | RuntimeException lost) {
                LOG.debug("News of publications are lost for a moment", lost);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void listen(Runnable onNews) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
            // What was published before the first word of it could be heard.
            onNews.run();
            var postgres = connection.unwrap(PGConnection.class);
            while (!stopped) {
                var news = postgres.getNotifications(Math.toIntExact(LONGEST_READ.toMillis()));
                if (news != null && news.length > 0) {
                    onNews.run();
                }
            }
            statement.execute("UNLISTEN *");
        }
    }
}
