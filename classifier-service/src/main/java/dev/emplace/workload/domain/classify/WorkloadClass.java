package dev.emplace.workload.domain.classify;

/** What kind of work a workload is, and so where it usually belongs. */
public enum WorkloadClass {
    /** Training over many accelerators or nodes. */
    LARGE_MODEL_TRAINING,
    /** Training on a schedule, or repeated. */
    RECURRING_TRAINING,
    /** Serving without a stated latency objective. */
    SUSTAINED_INFERENCE,
    /** Serving with a latency objective. */
    LOW_LATENCY_INFERENCE,
    /** Training that starts from a pretrained checkpoint. */
    FINE_TUNING,
    /** Search over hyper-parameters and other trials. */
    EXPERIMENTATION,
    /** Interactive work, such as a notebook. */
    DEVELOPMENT,
    /** Inference over a bounded input, which ends. */
    BATCH_INFERENCE,
    /** Inference, or training, on or beside a device in the field. */
    EDGE_INFERENCE,
    /** Ordinary computing, outside the scope. */
    NOT_AI,
    /** The evidence does not decide. */
    UNDETERMINED;

    public boolean serves() {
        return this == SUSTAINED_INFERENCE
                || this == LOW_LATENCY_INFERENCE
                || this == EDGE_INFERENCE
                || this == BATCH_INFERENCE;
    }

    public boolean trains() {
        return this == LARGE_MODEL_TRAINING
                || this == RECURRING_TRAINING
                || this == FINE_TUNING
                || this == EXPERIMENTATION;
    }

    /** Whether it works off something that ends: training, or a batch. */
    public boolean worksOff() {
        return trains() || this == BATCH_INFERENCE;
    }

    /** Whether a plan can be made for it at all. */
    public boolean placeable() {
        return this != NOT_AI && this != UNDETERMINED;
    }
}
