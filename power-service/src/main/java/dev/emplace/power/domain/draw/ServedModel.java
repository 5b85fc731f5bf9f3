package dev.emplace.power.domain.draw;

/**
 * A model that is served, as far as the draw depends on it.
 *
 * @param parameters all of its weights
 * @param activeParameters those that one token passes through; equal to all of them unless it is a mixture of experts
 * @param accelerators over which one replica is split
 */
public record ServedModel(long parameters, long activeParameters, int accelerators) {
    public ServedModel {
        if (activeParameters <= 0 || activeParameters > parameters || accelerators <= 0) {
            throw new IllegalArgumentException("a model has parameters, active ones among them, and runs somewhere");
        }
    }

    double billions() {
        return parameters / 1e9;
    }

    double activeBillions() {
        return activeParameters / 1e9;
    }
}
