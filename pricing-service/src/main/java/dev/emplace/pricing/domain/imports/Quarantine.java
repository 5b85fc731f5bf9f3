package dev.emplace.pricing.domain.imports;

import java.util.List;
import java.util.Optional;

/** The rows that wait for publishers. Its methods block. */
public interface Quarantine {

    /** In order of their fingerprints, after one. */
    List<QuarantinedRow> list(Filter filter, Optional<String> after, int limit);

    /** An UnknownRowException where there is none. */
    QuarantinedRow get(String fingerprint);

    /** Remembers a decision, whatever was decided before. */
    QuarantinedRow decide(String fingerprint, QuarantinedRow.State state, String by, String comment);

    /** What is empty means any. */
    record Filter(Optional<String> source, Optional<QuarantineReason> reason, Optional<QuarantinedRow.State> state) {}
}
