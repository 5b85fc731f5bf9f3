package dev.emplace.workload.domain.workload;

/** What a workload does, as its owner says. */
public enum Activity {
    UNKNOWN,
    TRAINING,
    FINE_TUNING,
    EXPERIMENT,
    DEVELOPMENT,
    SERVING,
    BATCH_INFERENCE,
    OTHER
}
