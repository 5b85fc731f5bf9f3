package dev.emplace.power.ledger;

import java.util.UUID;

/**
 * A call as its client saw it, with all its repetitions under one request id.
 *
 * @param started when it was first sent, in nanoseconds of the recording JVM
 * @param ended when its outcome was known
 * @param reservation the id that it was about, or that it was told; empty where it was told none
 * @param outcome OK, or the reason of the refusal
 * @param revision of the site after it; 0 for a refusal
 * @param state that was told; empty for a refusal
 */
public record RecordedCall(
        int client,
        long started,
        long ended,
        int attempts,
        String method,
        UUID request,
        String reservation,
        String outcome,
        long revision,
        String state) {
    public static final String OK = "OK";

    /** The names of the columns that {@link #line} writes. */
    public static final String HEADING =
            "client\tstarted_ns\tended_ns\tattempts\tmethod\trequest_id\treservation\toutcome\trevision\tstate";

    public String line() {
        return client + "\t" + started + "\t" + ended + "\t" + attempts + "\t" + method + "\t" + request + "\t"
                + reservation + "\t" + outcome + "\t" + revision + "\t" + state;
    }

    boolean acknowledged() {
        return outcome.equals(OK);
    }
}
