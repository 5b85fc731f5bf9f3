package dev.emplace.pricing.domain.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where imports, what they held back and what publishers decided about it are kept. Its methods block. */
public interface ImportLog {

    /** Keeps others from importing the same source meanwhile, on any replica; an ImportRunningException if one does. */
    Lease lease(String source);

    /** What the same request came to before; a RequestIdReusedException where it had another body. */
    Optional<ImportRecord> answered(RequestKey request);

    Decisions decisions(String source);

    /**
     * Writes down an import, what waits for a publisher from now on, what no longer does, and what its server called it,
     * together.
     *
     * @param decisions those that it was judged by: where there are others by now, its source is to be read again
     */
    ImportRecord record(ImportRecord ended, Order order, Decisions decisions, List<Verdict.Quarantine> quarantined);

    /**
     * The newest first, older than an id.
     *
     * @param sheets the contracted sheets that whoever asks may know of; imports of others are none
     */
    List<ImportRecord> list(Optional<String> source, Set<String> sheets, long before, int limit);

    /** The last of each source that was published or said the same. */
    List<ImportRecord> last();

    /**
     * What the server called what was imported of the source last: empty where that came from elsewhere, or was read with
     * other tables.
     */
    Optional<String> etag(Origin origin);

    /**
     * Where a source is read from.
     *
     * @param readWith digest of the tables of machines and regions that its rows are read with
     */
    record Origin(String source, String url, String readWith) {}

    /** What the server of an origin calls what it has now. */
    record Tag(Origin origin, String etag) {}

    /** Until closed. */
    interface Lease extends AutoCloseable {

        /** The time, by the clock that all replicas share; an ImportRunningException where the lease was lost. */
        Instant time();

        @Override
        void close();
    }
}
