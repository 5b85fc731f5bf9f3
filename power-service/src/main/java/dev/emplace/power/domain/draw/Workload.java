package dev.emplace.power.domain.draw;

/**
 * What runs, as far as its draw depends on it.
 *
 * @param batchSize requests that run together; 0 is unknown
 * @param capWatts enforced limit of each accelerator; 0 is none
 */
public record Workload(String accelerator, int accelerators, LoadClass load, int batchSize, int capWatts) {
    public Workload {
        if (accelerators <= 0 || batchSize < 0 || capWatts < 0) {
            throw new IllegalArgumentException("a workload has accelerators, and no negative batch or cap");
        }
    }
}
