package dev.emplace.pricing.domain.imports;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows that wait for publishers. Its methods block. */
public interface Quarantine {

    /** In order of their fingerprints, after one. */
    List<QuarantinedRow> list(Filter filter, Optional<String> after, int limit);

    /** An UnknownRowException where there is none, or none that somebody who knows of these sheets may see. */
    QuarantinedRow get(String fingerprint, Set<String> sheets);

    /** Remembers a decision, whatever was decided before. */
    QuarantinedRow decide(String fingerprint, QuarantinedRow.State state, String by, String comment);

    /**
     * What is empty means any.
     *
     * @param sheets the contracted sheets that whoever asks may know of; rows of others are none
     */
    record Filter(
            Optional<String> source,
            Optional<QuarantineReason> reason,
            Optional<QuarantinedRow.State> state,
            Set<String> sheets) {}
}
