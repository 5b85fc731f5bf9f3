package dev.emplace.power.domain.draw;

import java.util.Optional;

/**
 * What runs, as far as its draw depends on it.
 *
 * @param batchSize requests that run together; 0 is unknown
 * @param capWatts enforced limit of each accelerator; 0 is none
 * @param model what is served, where that is known
 */
public record Workload(
        String accelerator,
        int accelerators,
        LoadClass load,
        int batchSize,
        int capWatts,
        Optional<ServedModel> model) {
    public Workload {
        if (accelerators <= 0 || batchSize < 0 || capWatts < 0) {
            throw new IllegalArgumentException("a workload has accelerators, and no negative batch or cap");
        }
    }

    /** Of a model that is not known, or of none. */
    public Workload(String accelerator, int accelerators, LoadClass load, int batchSize, int capWatts) {
        this(accelerator, accelerators, load, batchSize, capWatts, Optional.empty());
    }

    /** The same accelerators, doing nothing. */
    Workload idle() {
        return new Workload(accelerator, accelerators, LoadClass.IDLE, 0, capWatts);
    }

    public Workload withAccelerators(int count) {
        return new Workload(accelerator, count, load, batchSize, capWatts, model);
    }

    public Workload cappedAt(int watts) {
        return new Workload(accelerator, accelerators, load, batchSize, watts, model);
    }
}
